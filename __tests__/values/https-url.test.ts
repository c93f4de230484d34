import { parseHttpsUrl } from "../../lib/values/https-url";

describe("an address that begins with https", () => {
  test("is kept as it was written, without blanks around it", () => {
    expect(parseHttpsUrl("url", " https://Webdir.Example/Auto/root ")).toBe("https://Webdir.Example/Auto/root");
  });

  test.each(["http://webdir.example", "webdir.example", "https://", "https://a b", "https://a\u2019b.example", ""])(
    "is not %p",
    (value) => {
      expect(() => parseHttpsUrl("url", value)).toThrow(/"url" must be an address that begins with https:\/\//);
    },
  );

  test("holds no name of a person and nothing that only Terraform knows", () => {
    expect(() => parseHttpsUrl("url", "https://anna:secret@webdir.example")).toThrow(/holds a user name/);
    expect(() => parseHttpsUrl("url", "https://${var.host}/root")).toThrow(/only after terraform apply/);
  });
});
