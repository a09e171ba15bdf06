/** What is not measured: how people work, and times that depend on AWS and HubSpot. Each is meant to err on the dear side. */
export const ASSUMPTIONS = {
  yearsOfDealsKept: 3,
  changesADeal: 10, // stages, amounts, close dates, owners, facts
  workdaysAMonth: 21,
  workingHoursADay: 9,
  cardsARepAndDay: 40,
  reportsADay: 60, // all managers together
  rollupWindowSeconds: 20,
  coldShareOfRollups: 0.3, // Lambda keeps a process for some minutes only
  secondsAnIngest: 1, // mostly waiting for HubSpot
  secondsARollup: 4, // mostly the looks back of calibration and forecast
  secondsAReconcile: 3,
  secondsANight: 20,
  secondsACard: 0.06,
  secondsAReport: 0.3, // half of them with filters
  secondsAWebhook: 0.03,
  openShareOfDeals: 0.15, // of all that are kept
  frozenBytesADeal: 60, // what is said of one open deal on one day, compressed
  frozenDaysKept: 400,
  frozenDaysScored: 131, // 31 Mondays of chances, 100 days of totals
  secondsASweepCall: 0.5, // HubSpot answers 50 deals
  coldStartsADay: 100, // each reads the secret
  reconcilesADay: 96,
  nightlyCallsADay: 96,
  backfillCallsADay: 96,
  idlePollsAQueueAndMonth: 648_000, // five pollers, each asking every 20 s, as AWS documents for an SQS event source
  logBytesAnInvocation: 700,
  storedBytesADeal: 1_500, // record, its share of blocks, and keys
  alarmMetrics: 9,
  daysAMonth: 30,
} as const;
