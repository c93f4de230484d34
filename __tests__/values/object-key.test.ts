import { objectKey } from "../../lib/values/object-key";

describe("an object key", () => {
  test("is the identity where a file name can hold it", () => {
    expect(objectKey("edge01.contoso.local")).toBe("edge01.contoso.local");
    expect(objectKey("Office365")).toBe("Office365");
  });

  test("has a hyphen for every other character", () => {
    expect(objectKey("Exchange Online")).toBe("Exchange-Online");
    expect(objectKey("Redmond/Tag:1")).toBe("Redmond-Tag-1");
    expect(objectKey("münchen")).toBe("m-nchen");
  });

  test("may be the same for two identities, which the collector of ids refuses", () => {
    expect(objectKey("Exchange Online")).toBe(objectKey("Exchange-Online"));
  });
});
