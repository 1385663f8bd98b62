/** The parts of the application form, filled in so that it can be sent to the intake of the demonstration. */
export const filledInForm = {
  ABOUT: { email: 'kari@example.no', language: 'nb' },
  LEADER_ROLE: {
    employer: 'Bodø kommune',
    employer_org_no: '974767880',
    municipality_code: '1804',
    service_area: 'HOME_CARE',
    profession: 'NURSE',
    position_title: 'Enhetsleder',
    leader_role: 'Y',
    personnel_responsibility: 'Y',
    budget_responsibility: 'Y',
    years_experience: '7',
    highest_education: 'BACHELOR',
  },
  QUOTA: { physician: 'N' },
  WISHES: { class_wishes: 'TRONDHEIM-1|OSLO-1' },
} as const;
