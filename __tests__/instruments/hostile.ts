import fc from "fast-check";

/** What breaks quoting somewhere: quotes of all kinds, expansion, statement ends, comments, markup, controls. */
export const NASTY = [
  "'", "\u2018", "\u2019", "\u201a", "\u201b", '"', "\u201c", "\u201d", "\u201e", "`", "``", "$", "$(", ")", "${env:X}", "${",
  "%{", "%%{", "$${", ";", "|", "\\|", "&", "#", "<#", "#>", "@'", "'@", "{", "}", "\r", "\n", "\r\n", "\t", "\u0085", "\u00a0",
  "\u2013", "\u2014", "\u2028", "\ud83d\ude00", "\u00e4", "\u0131", "\u202e", "Remove-X -Force", " ", "-", "[char]0x41", "</td>",
  "<script>", "**", "__", "[a](b)", "![x](y)", "http://x.y", "\\", "1. ", "- ", "> ", "~~~", "```",
]; // prettier-ignore

/** Texts that were made to break out of something; with lone surrogates and NUL where the target can hold them. */
export const hostileText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 4 })), { maxLength: 8 }).map((p) => p.join("")),
);

export const hostileUnits = fc.oneof(
  hostileText,
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom("\ud800", "\udfff", "\0", "'", "a"), { maxLength: 6 }).map((pieces) => pieces.join("")),
);
