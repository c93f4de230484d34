/** What the tables of this room were read from. The day is that of the version; without one, it was read in November 2026. */
export const DOCUMENTS = {
  exchange: '"Plan to integrate Skype for Business and Exchange", version of 26 June 2025',
  exchangeBefore:
    '"Plan to integrate Skype for Business and Exchange", versions before Skype for Business Online was retired',
  lync: '"Supported Lync Server 2013 hybrid configurations", version of 10 May 2016',
  lyncExchange: '"Exchange and SharePoint integration support in Lync Server 2013", version of 20 January 2017',
  outlookWeb: '"Configure instant messaging integration with Outlook on the web in Exchange"',
  voicemail: '"Plan Cloud Voicemail service for on-premises users"',
  teamsVoicemail: '"Set up Cloud Voicemail"',
  discovery: '"Configure SharePoint Server to search for archived Skype for Business data"',
  eDiscovery: '"Plan for eDiscovery in SharePoint Server"',
  skillSearch: "Set-CsClientPolicy; the feature comparison of Skype for Business Server 2019",
  farm: '"Configure integration with Office Web Apps Server"',
  none: "no document that was read",
} as const;
