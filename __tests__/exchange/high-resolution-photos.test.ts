import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ExchangeConnection, ExchangeVersion, HighResolutionPhotos, HighResolutionPhotosProps } from "../../lib";
import { declareContoso } from "../instruments/contoso";
import { sentence, synthesize, Synthesis } from "../rules/synthesis";

type Choice = Omit<HighResolutionPhotosProps, "connection">;

function photos(exchange: ExchangeVersion, choice: Choice = {}): Synthesis {
  return synthesize((stack) => {
    const hybrid = declareContoso(stack);
    const connection = ExchangeConnection.byHand(hybrid, "connection", { exchange, reason: "CHG-1042." });
    new HighResolutionPhotos(hybrid, "photos", { connection, ...choice });
  });
}

function page(synthesis: Synthesis): string {
  expect(synthesis.error).toBeUndefined();
  const text = readFileSync(join(synthesis.outdir, "stacks", "contoso", "onprem", "RUNBOOK.md"), "utf8");
  return text.replace(/\\(?=[!-/:-@[-`{-~])/g, "");
}

function refusal(exchange: ExchangeVersion, choice: Choice = {}): string {
  try {
    return sentence(photos(exchange, choice).error);
  } catch (error) {
    return sentence(error);
  }
}

describe("high-resolution photos", () => {
  test("are saved by a second call in Exchange on-premises, or nobody sees them", () => {
    const text = page(
      photos(ExchangeVersion.EXCHANGE_2016, { webServices: "https://mail.contoso.com/ews/Exchange.asmx" }),
    );
    const preview = text.indexOf("Set-UserPhoto -Identity '<mailbox>' -PictureData $photo -Preview");
    expect(preview).toBeGreaterThan(0);
    expect(text.indexOf("Set-UserPhoto -Identity '<mailbox>' -Save")).toBeGreaterThan(preview);
    expect(text).toContain("https://mail.contoso.com/ews/Exchange.asmx/s/GetUserPhoto?email=");
  });

  test("are set through Microsoft Graph for mailboxes online, where no cmdlet of Exchange sets them", () => {
    const text = page(photos(ExchangeVersion.EXCHANGE_ONLINE));
    expect(text).toContain("Set-MgUserPhotoContent -UserId");
    expect(text).not.toContain("Set-UserPhoto -Identity");
  });

  test.each<[string, ExchangeVersion, Choice, string]>([
    [
      "Exchange Server 2010",
      ExchangeVersion.EXCHANGE_2010,
      {},
      "is for Exchange Server 2010, which keeps no high-resolution photos: that begins with Exchange Server 2013.",
    ],
    [
      "no address of web services on-premises",
      ExchangeVersion.EXCHANGE_2019,
      {},
      '"webServices" is missing: where Exchange Server 2019 answers for web services must be given',
    ],
    [
      "an address that is not https",
      ExchangeVersion.EXCHANGE_2019,
      { webServices: "http://mail.contoso.com" },
      '"webServices"',
    ],
  ])("are refused with %s", (_what, exchange, choice, reason) => {
    expect(refusal(exchange, choice)).toContain(reason);
  });
});
