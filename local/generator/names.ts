import { pick, type Random } from './random.ts';

const FIRST =
  'Alder,Birch,Cobalt,Delta,Ember,Fjord,Granite,Harbour,Indigo,Juniper,Kestrel,Lumen,Meridian,North,Opal,Prairie,Quarry,River,Summit,Tidal,Umber,Vista,Willow,Zenith';
const SECOND =
  'Logistics,Foods,Systems,Textiles,Energy,Clinics,Press,Tools,Optics,Travel,Paper,Studios,Motors,Gardens,Insurance,Robotics';
const NEEDS: Readonly<Record<string, string>> = {
  default: 'annual licence,rollout,renewal of contract,team package,pilot,integration project',
  b2c: 'starter plan,family plan,accessories,online course,upgrade',
  collaborative: 'joint programme,regional launch,shared service,innovation partnership',
};

/** A name made of parts; any likeness to a company is chance. */
export function dealName(random: Random, pipelineId: string): string {
  const company = `${pick(random, FIRST.split(','))} ${pick(random, SECOND.split(','))}`;
  return `${company} – ${pick(random, (NEEDS[pipelineId] ?? 'deal').split(','))}`;
}
