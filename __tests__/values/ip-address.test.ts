import { parseIpAddress } from "../../lib/values/ip-address";

describe("an IPv4 address", () => {
  test.each(["203.0.113.10", "0.0.0.0", "255.255.255.255"])("reads %s", (address) => {
    expect(parseIpAddress("accessEdge", address)).toBe(address);
  });

  test.each([
    "",
    "203.0.113",
    "203.0.113.256",
    "203.0.113.010",
    "203.0.113.10/24",
    " 203.0.113.10",
    "2001:db8::1",
    "sip.contoso.com",
  ])("refuses %j", (value) => {
    expect(() => parseIpAddress("accessEdge", value)).toThrow(
      `"accessEdge" must be an IPv4 address, got ${JSON.stringify(value)}: write four numbers, such as 203.0.113.10.`,
    );
  });

  test("refuses a value that only Terraform knows", () => {
    expect(() => parseIpAddress("accessEdge", "${aws_eip.edge.public_ip}")).toThrow(
      "exists only after terraform apply",
    );
  });
});
