/** The lines of pages, files and other addresses outside of the API; what a line says stands in `operations.ts`. */
export const pages = `
GET  /                                                            | - | administrator coordinator teacher assessor grader auditor student association/desk
GET  /mine-poeng                                                  | - | student
POST /mine-poeng/begrunnelse                                      | - | student
POST /mine-poeng/klage                                            | - | student
GET  /mine-poeng/frister.ics                                      | - | student
GET  /fravaer                                                     | - | student
POST /fravaer                                                     | - | student
GET  /fravaer/:id                                                 | - | student
POST /fravaer/:id/dokumentasjon                                   | - | student
POST /fravaer/:id/tilbake                                         | - | student
GET  /kalender                                                    | - | student
POST /kalender                                                    | - | student
POST /kalender/ut-av-bruk                                         | - | student
GET  /kursbevis                                                   | - | student
GET  /kursbevis/:no/pdf                                           | - | student
GET  /kursbevis/:no/open-badge                                    | - | student
POST /kursbevis/:no/lenker                                        | - | student
POST /kursbevis/:no/lenker/:id/ut-av-bruk                         | - | student
GET  /min-qr                                                      | - | student
GET  /min-profil                                                  | - | student
POST /min-profil                                                  | - | student
POST /min-profil/hpr-kontroll                                     | - | student
POST /min-profil/hpr-nummer                                       | - | student
GET  /min-profil/innsyn                                           | - | student
GET  /min-profil/innsyn.csv                                       | - | student
GET  /min-profil/innsyn.xlsx                                      | - | student
GET  /min-profil/mine-data.json                                   | - | student
GET  /vedtak                                                      | - | student
GET  /tilbud                                                      | - | student
GET  /soknad                                                      | - | student
GET  /soknad/:intake                                              | - | student
POST /soknad/:intake/send                                         | - | student
POST /soknad/:intake/arbeidsgiver                                 | - | student
GET  /soknad/:intake/vedlegg                                      | - | student
POST /soknad/:intake/vedlegg                                      | - | student
POST /soknad/:intake/vedlegg/fjern                                | - | student
GET  /soknad/:intake/vedlegg/:document                            | - | student
GET  /soknad/:intake/:part                                        | - | student
POST /soknad/:intake/:part                                        | - | student
GET  /vis-som/:person                                             | - | administrator
GET  /levering                                                    | - | association/desk
POST /levering/oppslag                                            | - | association/desk
GET  /levering/alle                                               | - | association/desk
GET  /levering/alle.csv                                           | - | association/desk
GET  /levering/alle.xlsx                                          | - | association/desk
GET  /levering/kursgodkjenninger                                  | - | association/desk
GET  /levering/:id                                                | export | association/desk
POST /levering/:id/kvittering                                     | export | association/desk
POST /levering/:id/avvisning                                      | export | association/desk
POST /levering/:id/kvitteringsfil                                 | export | association/desk
GET  /levering/maskintilgang                                      | - | association/desk
POST /levering/maskintilgang/klienter                             | - | association/desk
POST /levering/maskintilgang/klienter/:id/nokler                  | - | association/desk
POST /levering/maskintilgang/klienter/:id/stenging                | - | association/desk
POST /levering/maskintilgang/webhooker                            | - | association/desk
GET  /levering/maskintilgang/webhooker/:id                        | webhook | association/desk
POST /levering/maskintilgang/webhooker/:id/test                   | webhook | association/desk
POST /levering/maskintilgang/webhooker/:id/ny-sending             | webhook | association/desk
POST /levering/maskintilgang/webhooker/:id/stenging               | webhook | association/desk
GET  /opptak                                                      | - | administrator
GET  /opptak/*                                                    | - | administrator
GET  /kull                                                        | - | administrator
GET  /kull/*                                                      | - | administrator
GET  /klasser                                                     | - | administrator coordinator
GET  /klasser/*                                                   | - | administrator coordinator
GET  /vurdering                                                   | - | assessor
GET  /vurdering/*                                                 | - | assessor
GET  /personer                                                    | - | administrator coordinator
GET  /personer/*                                                  | - | administrator coordinator
GET  /oppmote                                                     | - | administrator coordinator teacher
GET  /oppmote/*                                                   | - | administrator coordinator teacher
GET  /tilganger                                                   | - | administrator auditor
GET  /tilganger/*                                                 | - | administrator auditor
GET  /oppmote/app.webmanifest                                     | - | everybody
GET  /oppmote/sw.js                                               | - | everybody
GET  /min-qr/sw.js                                                | - | everybody
GET  /poeng                                                       | - | administrator coordinator grader
GET  /poeng/*                                                     | - | administrator coordinator grader
GET  /bevis                                                       | - | administrator
GET  /bevis/*                                                     | - | administrator
GET  /leveringer                                                  | - | administrator
GET  /leveringer/*                                                | - | administrator
GET  /paminnelser                                                 | - | administrator
GET  /paminnelser/*                                               | - | administrator
GET  /rapporter                                                   | - | administrator
GET  /rapporter/*                                                 | - | administrator
GET  /logg                                                        | - | administrator auditor
GET  /logg/*                                                      | - | administrator auditor
GET  /vedtak/:token                                               | - | everybody
GET  /vedtak/:token/:ticket                                       | - | everybody
GET  /vedtak/:token/brev/:letter                                  | - | everybody
GET  /vedtak/:token/:ticket/brev/:letter                          | - | everybody
POST /vedtak/:token/se                                            | - | everybody
POST /vedtak/:token/klage                                         | - | everybody
POST /vedtak/:token/:ticket/klage                                 | - | everybody
GET  /bekreft/:token                                              | - | everybody
POST /bekreft/:token                                              | - | everybody
GET  /trekning/:intake                                            | - | everybody
GET  /tilbud/:token                                               | - | everybody
GET  /tilbud/:token/:ticket                                       | - | everybody
GET  /tilbud/:token/brev                                          | - | everybody
GET  /tilbud/:token/:ticket/brev                                  | - | everybody
POST /tilbud/:token/se                                            | - | everybody
POST /tilbud/:token                                               | - | everybody
GET  /assets/:file                                                | - | everybody
GET  /assets/app/:file                                            | - | everybody
GET  /assets/stil/:file                                           | - | everybody
GET  /health/live                                                 | - | everybody
GET  /health/ready                                                | - | everybody
GET  /health/startup                                              | - | everybody
GET  /problems/:slug                                              | - | everybody
GET  /utboks                                                      | - | everybody
GET  /utboks/:id                                                  | - | everybody
GET  /utboks/:id/html                                             | - | everybody
GET  /logg-inn                                                    | - | everybody
GET  /logg-inn/:login                                             | - | everybody
GET  /logg-inn/:login/svar                                        | - | everybody
GET  /logg-inn/:login/ut                                          | - | everybody
POST /logg-inn/:login/utlogging                                   | - | everybody
POST /logg-ut                                                     | - | everybody
POST /oauth/token                                                 | - | everybody
GET  /.well-known/oauth-authorization-server                      | - | everybody
GET  /.well-known/kull-keys.json                                  | - | everybody
GET  /.well-known/did.json                                        | - | everybody
GET  /status/certificates/:list                                   | - | everybody
GET  /v                                                           | - | everybody
GET  /v/style.css                                                 | - | everybody
GET  /v/check.js                                                  | - | everybody
GET  /v/check                                                     | - | everybody
GET  /v/:number                                                   | - | everybody
POST /v/:number/name                                              | - | everybody
GET  /b/:token                                                    | - | everybody
POST /b/:token                                                    | - | everybody
GET  /b/:token/:ticket                                            | - | everybody
GET  /b/:token/:ticket/:file                                      | - | everybody
GET  /calendar/:token.ics                                         | - | everybody
GET  /avmelding/:token                                            | - | everybody
POST /avmelding/:token                                            | - | everybody
POST /avmelding/:token/angre                                      | - | everybody
`;
