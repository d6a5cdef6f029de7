/** What can be chosen in a profile, in the order of the lists. */
export const profileChoices = {
  size: ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'],
  nature: ['STATE_OWNED', 'COLLECTIVE', 'PRIVATE', 'FOREIGN', 'HK_MO_TW', 'SOLE_TRADER', 'GOVERNMENT', 'INSTITUTION', 'ASSOCIATION', 'OTHER'],
  source: ['EXHIBITION', 'REFERRAL', 'WEBSITE', 'PHONE', 'ADVERTISING', 'SOCIAL_MEDIA', 'TENDER', 'VISIT', 'WALK_IN', 'OTHER'],
} as const;
