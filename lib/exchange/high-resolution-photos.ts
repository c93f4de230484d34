import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { parseHttpsUrl } from "../values/https-url";
import { ExchangeConnection } from "./exchange-connection";
import { ExchangeVersion } from "./exchange-version";

export interface HighResolutionPhotosProps {
  /** The Exchange that holds the photos; the servers must be connected with it. */
  readonly connection: ExchangeConnection;
  /**
   * Address of Exchange Web Services, by which somebody looks whether a photo is there.
   * @default "https://outlook.office365.com/ews/Exchange.asmx" for Exchange Online; must be given for every other
   */
  readonly webServices?: string;
}

const ONLINE = "https://outlook.office365.com/ews/Exchange.asmx";

/**
 * Photos of up to 648 x 648 pixels that the client shows, kept by Exchange. The servers need nothing but the connection; who
 * gets which photo is done for each person, by hand or by a script of your own, and this step tells how and is signed when it
 * is done. Without it people have the thumbnail of Active Directory.
 *
 * Throws for Exchange Server 2010, which keeps no such photos, and when the address is missing or none. Source: "Configure
 * the use of high-resolution photos in Skype for Business Server", Set-UserPhoto, Set-MgUserPhotoContent.
 */
export class HighResolutionPhotos extends Room {
  public constructor(scope: Construct, id: string, { connection, webServices }: HighResolutionPhotosProps) {
    super(scope, id);
    const { exchange } = connection;
    if (exchange.order < ExchangeVersion.EXCHANGE_2013.order)
      throw errors.noPhotos(this.node.path, exchange.productName);
    const isOnline = exchange === ExchangeVersion.EXCHANGE_ONLINE;
    const address = webServices ?? (isOnline ? ONLINE : undefined);
    if (address === undefined) throw errors.webServicesMissing("webServices", exchange.productName);
    const photos = this.ask(exchange, parseHttpsUrl("webServices", address));
    photos.node.addDependency(connection);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return {};
  }

  private ask(exchange: ExchangeVersion, address: string): ManualStep {
    const isOnline = exchange === ExchangeVersion.EXCHANGE_ONLINE;
    return new ManualStep(this, "photos", {
      name: "set-high-resolution-photos",
      subject: exchange.productName,
      phase: Phase.INTEGRATE,
      title: `People with a mailbox in ${exchange.productName} have photos of up to 648 x 648 pixels.`,
      words: [
        "Prepare one JPEG file a person, square, 648 x 648 pixels at most; Exchange makes the smaller ones from it.",
        ...(isOnline ? ONLINE_WORDS : ON_PREMISES_WORDS),
        `Look: ${address}/s/GetUserPhoto?email=<address of the mailbox>&size=HR648x648 shows the photo, for whoever signs in there.`,
        "Clients show it after their next sign-in.",
      ],
      role: isOnline
        ? "whoever may consent to User.ReadWrite.All of Microsoft Graph"
        : "Recipient Management of Exchange",
      risk: { level: "low", reason: "a photo that somebody has now is replaced" },
      undo: {
        possible: "with loss",
        how: "the earlier photo is uploaded again, if somebody kept it; nothing here does",
      },
      verification: "the address above shows the new photo for three people, one of each size of file",
      unverified: isOnline ? ["that clients of these servers show a photo which was set through Microsoft Graph"] : [],
    });
  }
}

/** One call makes a draft, a second one saves it: without the second nobody sees the photo. */
const ON_PREMISES_WORDS = [
  "In the Exchange Management Shell, for each person:",
  "$photo = [Byte[]](Get-Content -Path '<file>' -Encoding Byte -ReadCount 0)",
  "Set-UserPhoto -Identity '<mailbox>' -PictureData $photo -Preview -Confirm:$false",
  "Set-UserPhoto -Identity '<mailbox>' -Save -Confirm:$false",
];

const ONLINE_WORDS = [
  "Set-UserPhoto is for Exchange on-premises only. In PowerShell with the module Microsoft.Graph.Users, signed in with the scope User.ReadWrite.All, for each person:",
  "Set-MgUserPhotoContent -UserId '<user principal name>' -InFile '<file>'",
];
