/** The counties of Norway since 2024, by the first two digits of a municipality's number (SSB, Klass 104). */
const COUNTIES: Readonly<Record<string, string>> = {
  '03': 'Oslo',
  '11': 'Rogaland',
  '15': 'Møre og Romsdal',
  '18': 'Nordland',
  '31': 'Østfold',
  '32': 'Akershus',
  '33': 'Buskerud',
  '34': 'Innlandet',
  '39': 'Vestfold',
  '40': 'Telemark',
  '42': 'Agder',
  '46': 'Vestland',
  '50': 'Trøndelag',
  '55': 'Troms',
  '56': 'Finnmark',
};

/** The county of a municipality, `5035` in Trøndelag. Undefined: a number that no county has now. */
export const countyOf = (municipality: string): string | undefined => COUNTIES[municipality.slice(0, 2)];
