const SUFFIX = "retire";

/** `CsHostingProvider/Office365/retire`, or with a part of its own `.../shared-sip-address-space-retire`. */
export function retiredId(id: string): string {
  return id.split("/").length > 2 ? `${id}-${SUFFIX}` : `${id}/${SUFFIX}`;
}

/** The id of the step that a retirement takes back; the id itself when it is none by its name. */
export function originalId(id: string): string {
  const pieces = id.split("/");
  const last = pieces[2];
  if (last === SUFFIX) return pieces.slice(0, 2).join("/");
  return last?.endsWith(`-${SUFFIX}`) === true ? id.slice(0, -SUFFIX.length - 1) : id;
}
