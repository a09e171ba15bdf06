import type { Bilingual } from '../contract/hints.ts';
import type { PropertyValues } from '../contract/pipelines.ts';

/** HubSpot's own values of the properties that a reader filters by, named as HubSpot names them. */
export const PROPERTY_VALUES: PropertyValues = {
  dealType: [
    { value: 'newbusiness', name: { en: 'New business', fr: 'Nouvelle affaire' } },
    { value: 'existingbusiness', name: { en: 'Existing business', fr: 'Client existant' } },
  ],
  source: [
    { value: 'ORGANIC_SEARCH', name: { en: 'Organic search', fr: 'Recherche naturelle' } },
    { value: 'PAID_SEARCH', name: { en: 'Paid search', fr: 'Recherche payante' } },
    { value: 'EMAIL_MARKETING', name: { en: 'Email marketing', fr: 'E-mail marketing' } },
    { value: 'SOCIAL_MEDIA', name: { en: 'Organic social', fr: 'Réseaux sociaux naturels' } },
    { value: 'PAID_SOCIAL', name: { en: 'Paid social', fr: 'Réseaux sociaux payants' } },
    { value: 'REFERRALS', name: { en: 'Referrals', fr: 'Sites référents' } },
    { value: 'AI_REFERRALS', name: { en: 'AI referrals', fr: 'Référents IA' } },
    { value: 'OTHER_CAMPAIGNS', name: { en: 'Other campaigns', fr: 'Autres campagnes' } },
    { value: 'DIRECT_TRAFFIC', name: { en: 'Direct traffic', fr: 'Trafic direct' } },
    { value: 'OFFLINE', name: { en: 'Offline sources', fr: 'Sources hors ligne' } },
  ],
};

const NAMES: ReadonlyMap<string, Bilingual> = new Map(
  [...PROPERTY_VALUES.source, ...PROPERTY_VALUES.dealType].map(({ value, name }) => [value, name]),
);

/**
 * A value as people read it: by HubSpot's own name where it is one of HubSpot's, else made readable, for a record has no labels.
 * @example readable('PAID_SEARCH').fr // 'Recherche payante'
 */
export function readable(value: string): Bilingual {
  const words = value.replaceAll('_', ' ').toLowerCase();
  const own = words.charAt(0).toUpperCase() + words.slice(1);
  return NAMES.get(value) ?? { en: own, fr: own };
}
