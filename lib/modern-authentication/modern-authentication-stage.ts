/**
 * How far modern authentication has come. Everything before the switch can be done early: it changes nobody's sign-in.
 *
 * Source: "How to configure Skype for Business on-premises to use Hybrid Modern Authentication".
 */
export enum ModernAuthenticationStage {
  /** Names are registered and the token service is believed; people sign in as they always did. */
  PREPARED = "prepared",
  /** Every client is sent to the token service at its next sign-in. */
  SWITCHED = "switched",
  /** The documented way back: the servers name no token service, and what we switched in Exchange is off again. */
  SWITCHED_BACK = "switched back",
}
