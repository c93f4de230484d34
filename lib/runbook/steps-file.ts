import { TenantFact } from "../model/deployment-model";
import { settingsDigest } from "../onprem/settings-digest";
import { ConnectCall, connectCall } from "../onprem/connect-call";
import { isParameter, parameterNames } from "../onprem/ps-value";
import { isUnqualified, Shell, shellFacts } from "../onprem/shell";
import { Step } from "../onprem/step";
import { qualified } from "../powershell/calls";
import { cmdletsOf } from "../powershell/cmdlets";
import { stepScriptPath } from "../powershell/step-script";
import { asciiJsonText } from "./json-text";

/** steps.json: the controller's index. It is small (Windows PowerShell reads 2 MB of JSON at most) and holds no people. */
export function stepsFile(stack: string, steps: readonly Step[], tenant?: TenantFact): string {
  return asciiJsonText({
    schema: 1,
    stack,
    shells: usedShells(steps).map(({ shell, module }) => shellEntry(shell, module, steps, tenant)),
    steps: steps.map(stepEntry),
  });
}

function usedShells(steps: readonly Step[]): { shell: Shell; module: string }[] {
  const modules = new Map(steps.map((step) => [step.shell, step.module]));
  return [...modules].map(([shell, module]) => ({ shell, module }));
}

function shellEntry(shell: Shell, module: string, steps: readonly Step[], tenant?: TenantFact): object {
  const { title, marker } = shellFacts(shell, module);
  const entry = { name: shell, title, marker: marker === undefined ? null : qualified(module, marker), ...sessionEntry(shell, tenant) };
  // Called without a module, so the controller looks where each of them comes from.
  return isUnqualified(shell) ? { ...entry, cmdlets: cmdletsOf(steps.filter((step) => step.shell === shell)) } : entry;
}

/** How the controller signs in and in which tenant it must be; empty where a person signs in and no tenant id is declared. */
function sessionEntry(shell: Shell, tenant: TenantFact | undefined): object {
  const call = connectCall(shell, tenant);
  const isTeams = shell === Shell.TEAMS && tenant?.tenantId !== undefined;
  return {
    ...(isTeams ? { tenant: { question: "MicrosoftTeams\\Get-CsTenant", property: "TenantId", id: tenant.tenantId } } : {}),
    ...(call === undefined ? {} : { connect: connectEntry(call) }),
  };
}

function connectEntry({ module, cmdlet, parameters, switches, minimum, question }: ConnectCall): object {
  const pairs = Object.entries(parameters).map(([name, value]) =>
    isParameter(value) ? { name, parameter: value.parameter } : { name, value },
  );
  return {
    module,
    minimum: minimum ?? null,
    cmdlet: qualified(module, cmdlet),
    question: qualified(module, question),
    parameters: [...pairs, ...switches.map((name) => ({ name, value: true }))],
  };
}

function stepEntry(step: Step): object {
  const parameters = parameterNames(step.objects);
  return {
    id: step.id,
    title: step.title,
    phase: step.phase,
    shell: step.shell,
    host: step.host,
    shape: step.shape,
    risk: step.risk.level,
    file: stepScriptPath(step),
    after: step.after,
    objects: step.objects.map((object) => ({
      noun: object.noun,
      identity: object.identity,
      settings: settingsDigest(object),
    })),
    ...(parameters.length === 0 ? {} : { parameters }),
  };
}
