import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { HybridDeployment, RunbookParameter } from "../../lib";
import { AUTH_SERVER } from "../../lib/onprem/catalog/auth-server";
import { CS_HOSTED_VOICEMAIL_POLICY_GLOBAL } from "../../lib/onprem/catalog/cs-hosted-voicemail-policy";
import { DesiredState } from "../../lib/onprem/desired-state";
import { Phase } from "../../lib/onprem/phase";
import { isRunbookParameter } from "../../lib/onprem/runbook-parameter";
import { declareContoso } from "../instruments/contoso";
import { sentence, synthesize } from "../rules/synthesis";

const TOKEN = "${azuread_application.a.client_id}";

function refusal(declare: (hybrid: HybridDeployment, stack: TerraformStack) => void): string {
  try {
    return sentence(
      synthesize((stack) => {
        declare(declareContoso(stack), stack);
      }).error,
    );
  } catch (error) {
    return sentence(error);
  }
}

describe("a runbook parameter", () => {
  test.each(["", "Id", "1st", "a_b", "a".repeat(64)])("is refused under the name %p", (name) => {
    expect(refusal((hybrid) => RunbookParameter.fromTerraform(hybrid, name, TOKEN))).toContain(
      "has no name for an output: begin with a letter a-z, go on with letters a-z, digits and hyphens, 63 characters at most.",
    );
  });

  test("is refused for a value that is known without Terraform", () => {
    expect(refusal((hybrid) => RunbookParameter.fromTerraform(hybrid, "id", "11"))).toBe(
      'The runbook parameter "id" is "11", which is known before terraform apply: use the value itself, or pass an attribute of ' +
        "a resource, such as application.clientId.",
    );
  });

  test("is refused under a name that another one has", () => {
    const text = refusal((hybrid, stack) => {
      RunbookParameter.fromTerraform(hybrid, "id", TOKEN);
      RunbookParameter.fromTerraform(new Construct(hybrid, "room"), "id", TOKEN);
      expect(stack.node.id).toBe("contoso");
    });
    expect(text).toContain('both declare the runbook parameter "id": scripts would read one for the other');
  });

  test("is refused where the cmdlet takes no text", () => {
    const text = refusal((hybrid) => {
      const parameter = RunbookParameter.fromTerraform(hybrid, "hosts", TOKEN);
      new DesiredState(hybrid, "state", {
        kind: AUTH_SERVER,
        identity: "EvoSts",
        properties: { DomainName: parameter as never },
        phase: Phase.SHARE,
        title: "Something.",
        verification: "somebody looks",
      });
    });
    expect(text).toContain("declares DomainName by a runbook parameter, and its value is no text");
  });

  test("cannot be imitated by a text: what looks like one is refused as a value", () => {
    const text = refusal((hybrid) => {
      new DesiredState(hybrid, "state", {
        kind: CS_HOSTED_VOICEMAIL_POLICY_GLOBAL,
        identity: "Global",
        properties: { Description: "${parameter.id}" },
        phase: Phase.SHARE,
        title: "Something.",
        verification: "somebody looks",
      });
    });
    expect(text).toContain("contoso/hybrid/state.Description");
    expect(isRunbookParameter({ parameterName: "id" })).toBe(false);
  });
});
