/** What can be wrong, and what the rule is. Each is judged from what is stored, not by the code that stored it. */
export const rules = {
  NO_AWARD: 'ingen tildeling av kurspoeng ligger bak',
  CERTIFICATE_MISSING: 'kurspoengene er tildelt, men intet kursbevis gjelder',
  LIVE_WITHOUT_AWARD: 'kursbeviset gjelder, men kurspoengene er falt bort',
  FACT_UNANSWERED: 'en senere rettelse er ikke ført inn i kursbeviset',
  TWO_LIVE: 'to kursbevis gjelder for samme person, klasse og godkjenning',
  NUMBER_MALFORMED: 'bevisnummeret er ikke skrevet riktig',
  NUMBER_TWICE: 'bevisnummeret er utstedt to ganger',
  VERSION_GAP: 'versjonene går ikke fra 1 og oppover uten hull',
  NOT_PREPARED: 'dokumentet ble ikke lagt på post før det ble signert',
  STATEMENT_DIFFERS: 'beviset sier noe annet enn tildelingen',
  DATE_DIFFERS: 'beviset har en annen dato enn det som utløste det',
  REVOCATION_UNAPPROVED: 'tilbakekallingen er ikke godkjent av to',
  DOCUMENT_MISSING: 'dokumentet finnes ikke',
  DOCUMENT_ALTERED: 'dokumentet er ikke de bytene som ble utstedt',
  SIGNATURE_INVALID: 'signaturen stemmer ikke med dokumentet',
  SIGNED_OTHER_BYTES: 'det som ble signert, er ikke det som var lagt på post',
  SIGNER_DIFFERS: 'dokumentet er signert med en annen nøkkel enn den som er oppgitt',
  SIGNED_AFTER_REVOCATION: 'dokumentet er signert etter at nøkkelen ikke lenger var til å stole på',
  CONTENT_DIFFERS: 'vedlegget i dokumentet sier noe annet enn hendelsen',
  DELIVERY_ALTERED: 'filene i leveransen er ikke de som ble sluppet',
  DELIVERY_LINE_DIFFERS: 'en linje i leveransen viser til et dokument som ikke er utstedt',
  STATUS_LIST_INVALID: 'statuslisten er ikke signert av utstederen',
  STATUS_COUNT_DIFFERS: 'statuslisten har et annet antall tilbakekalte enn hendelsene',
  BADGE_INVALID: 'merket er ikke signert av utstederen, eller gjelder noe annet',
  BADGE_REVOKED: 'statuslisten sier at et kursbevis som gjelder, er trukket tilbake',
} as const;

export type RuleCode = keyof typeof rules;

/** One thing that is wrong. No name, no HPR number. */
export interface Finding {
  readonly rule: RuleCode;
  /** The certificate, or the delivery or list, that it is about. */
  readonly about: string;
  readonly version?: number;
  /** Which fields, which hash: codes and numbers only. */
  readonly detail?: string;
}
