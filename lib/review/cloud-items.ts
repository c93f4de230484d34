import { Undo } from "../onprem/step";
import { PartChange, ResourceChange, ValueChange } from "./change";
import { Sign } from "./sentence";
import { Doer, NOBODY_ACTS } from "./step-facts";
import { ToldItem } from "./told-item";
import { changeText, shortList, valueText } from "./value-changes";

const SIGNS: Readonly<Record<ResourceChange["action"], Sign>> = {
  added: "+",
  changed: "~",
  replaced: "-",
  removed: "-",
  moved: "~",
};

/** A server, a site or the tenant, as somebody declared it. */
export function partItem({ action, part, values }: PartChange): ToldItem {
  const { kind, name } = part;
  const ends = { added: "is declared.", removed: "is no longer declared." };
  const told = shortList(values.map(changeText), 3);
  return {
    ...NOBODY_ACTS,
    sign: SIGNS[action],
    what: action === "changed" ? `${kind} ${name}: ${told}.` : `${kind} ${name} ${ends[action]}`,
    details: values.map(({ name: fact, before, after }) =>
      action === "changed" ? changeText({ name: fact, before, after }) : `${fact}: ${valueText(after ?? before, "")}`,
    ),
  };
}

const PIPELINE: Doer = { actor: "pipeline", shell: "terraform apply", host: "", role: "" };

const UNDO: Readonly<Record<ResourceChange["action"], Undo>> = {
  added: { possible: "yes", how: "delete it from main.ts and apply" },
  changed: { possible: "yes", how: "declare the earlier values and apply" },
  replaced: { possible: "with loss", how: "what is created again has another id" },
  removed: { possible: "with loss", how: "declared again it has another id" },
  moved: { possible: "yes", how: "nothing was done" },
};

/** What Terraform does in the cloud. */
export function resourceItem(change: ResourceChange): ToldItem {
  const { action, address, movedFrom, values, notes = [] } = change;
  const isMove = action === "moved";
  return {
    ...NOBODY_ACTS,
    doers: isMove ? [] : [PIPELINE],
    people: isMove ? "0" : "not declared",
    sign: SIGNS[action],
    what: isMove ? `${movedFrom ?? ""} is called ${address} from now on.` : sentence(change),
    details: [...notes, ...values.map((value) => attributeText(action, value))],
    resources: [address],
    undo: UNDO[action],
  };
}

/** What Terraform is no longer told it may well set back: nothing is said of what stays. */
function attributeText(action: ResourceChange["action"], { name, before, after }: ValueChange): string {
  if (action === "added" || action === "removed") return `${name}: ${valueText(after ?? before, "")}`;
  return `${name}: ${valueText(before, "(not set)")} -> ${valueText(after, "(not set)")}`;
}

function sentence({ action, address, values }: ResourceChange): string {
  switch (action) {
    case "added":
      return `${address} is created.`;
    case "removed":
      return `${address} is destroyed.`;
    default: {
      const names = shortList(
        values.map(({ name }) => name),
        5,
      );
      return `${address} ${action === "replaced" ? "is destroyed and created again" : "changes"}${names === "" ? "" : `: ${names}`}.`;
    }
  }
}
