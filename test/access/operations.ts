/**
 * Who may do what: one line for each route of the running application (reliability.md 5.1). A route without a line fails
 * the test, and so does a line without a route. What is expected is read here and nowhere else.
 *
 * `METHOD path | what it is about | who may`
 *
 * What it is about decides which of them are theirs:
 * - `class`, `course` (a student's, in a class), `absence`, `feed` (a calendar's): of a coordinator or teacher by class
 * - `certificate`: by class, and of the association by recipient
 * - `export`, `webhook`: of the association by recipient
 * - `person`: by class, under the student number
 * - `application`, `offer`: of a student by person
 * - `-`: nobody's in particular
 *
 * Another's is answered as one that is not there. `association/desk` is people only; `association/receipts` is also a
 * machine whose token has that scope, `association` alone one that reads.
 */
export const operations = `
GET  /api/openapi.json                                            | - | everybody
GET  /api/docs                                                    | - | everybody
GET  /api/docs/:file                                              | - | everybody
GET  /api/v1/door-keys                                            | - | everybody
GET  /api/v1/signing-keys                                         | - | everybody
GET  /api/v1/overview                                             | - | administrator
GET  /api/v1/events                                               | - | administrator auditor
GET  /api/v1/events/latest                                        | - | administrator auditor
GET  /api/v1/event-stream                                         | - | administrator coordinator teacher assessor grader auditor
GET  /api/v1/sessions                                             | - | administrator coordinator teacher
GET  /api/v1/clock                                                | - | administrator coordinator teacher assessor grader auditor
PUT  /api/v1/clock                                                | - | administrator
GET  /api/v1/logins                                               | - | administrator auditor
GET  /api/v1/accounts                                             | - | administrator auditor
PUT  /api/v1/accounts/:code                                       | - | administrator
POST /api/v1/accounts/:code/roles                                 | - | administrator
POST /api/v1/accounts/:code/role-withdrawals                      | - | administrator
POST /api/v1/accounts/:code/suspensions                           | - | administrator
POST /api/v1/accounts/:code/reinstatements                        | - | administrator
POST /api/v1/staff-imports                                        | - | administrator
GET  /api/v1/staff                                                | - | administrator coordinator grader auditor
GET  /api/v1/me/reads                                             | - | student
GET  /api/v1/reads                                                | - | administrator auditor
GET  /api/v1/persons                                              | - | administrator coordinator
GET  /api/v1/persons/:key                                         | person | administrator coordinator
GET  /api/v1/persons/:key/timeline                                | person | administrator coordinator
POST /api/v1/list-files                                           | - | administrator coordinator grader auditor
GET  /api/v1/address-faults                                       | - | administrator
POST /api/v1/bounces                                              | - | administrator
POST /api/v1/intakes                                              | - | administrator
GET  /api/v1/intakes                                              | - | administrator assessor
GET  /api/v1/intakes/:id                                          | - | administrator assessor
PUT  /api/v1/intakes/:id/hpr-register                             | - | administrator
PUT  /api/v1/intakes/:id/municipalities                           | - | administrator
PUT  /api/v1/intakes/:id/drafts                                   | - | administrator
POST /api/v1/intakes/:id/application-imports                      | - | administrator
POST /api/v1/intakes/:id/assessment-imports                       | - | administrator assessor
GET  /api/v1/intakes/:id/assessment-work                          | - | assessor
POST /api/v1/intakes/:id/ranking-runs                             | - | administrator
POST /api/v1/intakes/:id/completions                              | - | administrator
POST /api/v1/intakes/:id/rounds/:round/earmarked-releases         | - | administrator
POST /api/v1/intakes/:id/rounds/:round/offers                     | - | administrator
POST /api/v1/intakes/:id/rounds/:round/sending-approvals          | - | administrator
POST /api/v1/intakes/:id/rounds/:round/sending-withdrawals        | - | administrator
POST /api/v1/intakes/:id/rounds/:round/answer-imports             | - | administrator
POST /api/v1/intakes/:id/rounds/:round/closings                   | - | administrator
POST /api/v1/intakes/:id/application-checks                       | - | administrator
GET  /api/v1/intakes/:id/files/letter-example.pdf                 | - | administrator
GET  /api/v1/intakes/:id/ranking                                  | - | administrator
GET  /api/v1/intakes/:id/ranking-runs                             | - | administrator
GET  /api/v1/intakes/:id/ranking-runs/:number/protocol.pdf         | - | administrator
GET  /api/v1/intakes/:id/ranking-comparison                       | - | administrator
POST /api/v1/intakes/:id/what-ifs                                 | - | administrator
GET  /api/v1/intakes/:id/next-round                               | - | administrator
GET  /api/v1/intakes/:id/rounds/:round/offers                     | - | administrator
GET  /api/v1/intakes/:id/waiting-lists                            | - | administrator
GET  /api/v1/intakes/:id/files/decisions.csv                      | - | administrator
GET  /api/v1/intakes/:id/files/offers.csv                         | - | administrator
GET  /api/v1/intakes/:id/files/class-lists.csv                    | - | administrator
GET  /api/v1/intakes/:id/files/waiting-lists.csv                  | - | administrator
GET  /api/v1/applications                                         | - | administrator
GET  /api/v1/applications/:id                                     | application | administrator student
GET  /api/v1/applications/:id/explanation                         | application | administrator student
GET  /api/v1/applications/:id/documents                           | application | administrator assessor
GET  /api/v1/applications/:id/documents/:document                 | application | administrator assessor
GET  /api/v1/intakes/:id/disqualifications                        | - | administrator
POST /api/v1/applications/:id/disqualifications                   | - | administrator assessor
POST /api/v1/applications/:id/disqualification-withdrawals        | - | administrator
POST /api/v1/applications/:id/appeals                             | - | administrator student
GET  /api/v1/applications/:id/appeal                              | application | administrator student
GET  /api/v1/applications/:id/letters                             | application | administrator student
GET  /api/v1/applications/:id/letters/:letter/document            | application | administrator student
POST /api/v1/applications/:id/statements-of-reasons               | - | administrator
GET  /api/v1/appeals                                              | - | administrator
POST /api/v1/appeals/:id/decisions                                | - | administrator
POST /api/v1/appeals/:id/places                                   | - | administrator
POST /api/v1/offers/:id/answers                                   | offer | administrator student
POST /api/v1/cohort-drafts                                        | - | administrator
POST /api/v1/cohort-checks                                        | - | administrator
POST /api/v1/cohorts                                              | - | administrator
GET  /api/v1/cohorts                                              | - | administrator
GET  /api/v1/cohorts/:id                                          | - | administrator
POST /api/v1/cohorts/:id/commissioned-places                      | - | administrator
POST /api/v1/rebalancing-proposals                                | - | administrator
POST /api/v1/classes                                              | - | administrator
GET  /api/v1/classes                                              | - | administrator coordinator teacher grader
GET  /api/v1/classes/:id                                          | class | administrator coordinator teacher grader
POST /api/v1/classes/:id/openings                                 | class | administrator
POST /api/v1/classes/:id/capacity-changes                         | class | administrator
POST /api/v1/classes/:id/participant-imports                      | class | administrator coordinator
POST /api/v1/classes/:id/enrolments                               | class | administrator coordinator
POST /api/v1/classes/:id/gatherings                               | class | administrator coordinator
POST /api/v1/classes/:id/gatherings/:number/move-previews         | class | administrator coordinator
POST /api/v1/classes/:id/gatherings/:number/moves                 | class | administrator coordinator
POST /api/v1/classes/:id/gatherings/:number/cancellation-previews | class | administrator coordinator
POST /api/v1/classes/:id/gatherings/:number/set-up-previews        | class | administrator coordinator
POST /api/v1/classes/:id/gatherings/:number/cancellations         | class | administrator coordinator
POST /api/v1/classes/:id/gatherings/:number/session-change-previews | class | administrator coordinator
POST /api/v1/classes/:id/gatherings/:number/session-changes       | class | administrator coordinator
GET  /api/v1/classes/:id/roster                                   | class | administrator coordinator teacher
GET  /api/v1/classes/:id/files/roster.csv                         | class | administrator coordinator
GET  /api/v1/classes/:id/files/roster.xlsx                        | class | administrator coordinator
GET  /api/v1/classes/:id/files/roster.pdf                         | class | administrator coordinator teacher
GET  /api/v1/classes/:id/students                                 | class | administrator coordinator
GET  /api/v1/classes/:id/students/:studentNo                      | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/transfers            | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/transfer-undos       | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/leaves               | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/leave-ends           | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/withdrawals          | class | administrator coordinator
GET  /api/v1/classes/:id/make-up-options                          | class | administrator coordinator
POST /api/v1/classes/:id/make-ups                                 | class | administrator coordinator
POST /api/v1/classes/:id/make-up-cancellations                    | class | administrator coordinator
POST /api/v1/classes/:id/calendar-feeds                           | class | administrator coordinator
GET  /api/v1/classes/:id/calendar-feeds                           | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/calendar-feeds       | class | administrator coordinator
POST /api/v1/calendar-feeds/:id/revocations                       | feed | administrator coordinator
POST /api/v1/classes/:id/attendance-imports                       | class | administrator coordinator
GET  /api/v1/classes/:id/files/attendance.csv                     | class | administrator coordinator
GET  /api/v1/classes/:id/registers                                | class | administrator coordinator teacher
GET  /api/v1/classes/:id/registers/:session                       | class | administrator coordinator teacher
GET  /api/v1/classes/:id/conflicts                                | class | administrator coordinator teacher
POST /api/v1/classes/:id/mark-batches                             | class | administrator coordinator teacher
GET  /api/v1/classes/:id/registers/:session/sheet.pdf             | class | administrator coordinator teacher
POST /api/v1/classes/:id/registers/:session/sheet-imports         | class | administrator coordinator teacher
GET  /api/v1/classes/:id/door-roster                              | class | administrator coordinator teacher
POST /api/v1/classes/:id/door-scans                               | class | administrator coordinator teacher
POST /api/v1/classes/:id/check-ins                                | class | administrator coordinator teacher
POST /api/v1/classes/:id/registers/:session/locks                 | class | administrator coordinator
POST /api/v1/classes/:id/registers/:session/corrections           | class | administrator coordinator
POST /api/v1/classes/:id/registers/:session/settlements           | class | administrator coordinator
GET  /api/v1/classes/:id/students/:studentNo/attendance           | class | administrator coordinator
GET  /api/v1/classes/:id/students/:studentNo/door-code            | class | administrator coordinator
GET  /api/v1/classes/:id/students/:studentNo/door-code.svg        | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/door-code-revocations | class | administrator coordinator
GET  /api/v1/attendance-risk                                      | class | administrator coordinator
POST /api/v1/classes/:id/absences                                 | class | administrator coordinator
GET  /api/v1/classes/:id/absences                                 | class | administrator coordinator
GET  /api/v1/absences/:id                                         | absence | administrator coordinator
PUT  /api/v1/absences/:id/evidence                                | absence | administrator coordinator
GET  /api/v1/absences/:id/evidence                                | absence | administrator coordinator
DELETE /api/v1/absences/:id/evidence                              | absence | administrator coordinator
POST /api/v1/absences/:id/decisions                               | absence | administrator coordinator
POST /api/v1/absences/:id/compensations                           | absence | administrator coordinator
POST /api/v1/absences/:id/withdrawals                             | absence | administrator coordinator
PUT  /api/v1/classes/:id/hpr-register                             | class | administrator
GET  /api/v1/classes/:id/hpr-look-ups                             | class | administrator coordinator
POST /api/v1/classes/:id/hpr-look-ups                             | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/hpr-verifications    | class | administrator coordinator
POST /api/v1/classes/:id/students/:studentNo/hpr-verifications/:verification/approvals | class | administrator coordinator
GET  /api/v1/classes/:id/hpr-verifications                        | class | administrator coordinator
POST /api/v1/hpr-number-checks                                    | - | administrator
POST /api/v1/classes/:id/result-imports                           | class | administrator grader
GET  /api/v1/classes/:id/results                                  | class | administrator grader
POST /api/v1/classes/:id/result-previews                          | class | administrator grader
POST /api/v1/classes/:id/attestations                             | class | administrator grader
GET  /api/v1/classes/:id/grading                                  | class | administrator coordinator grader
POST /api/v1/classes/:id/part-imports                             | class | administrator coordinator
POST /api/v1/classes/:id/correction-imports                       | class | administrator coordinator
POST /api/v1/classes/:id/correction-previews                      | class | administrator coordinator
POST /api/v1/classes/:id/student-courses                          | class | administrator
POST /api/v1/classes/:id/award-runs                               | class | administrator
GET  /api/v1/classes/:id/award-preview                            | class | administrator coordinator
GET  /api/v1/classes/:id/award-consequences                       | class | administrator
GET  /api/v1/classes/:id/awards                                   | class | administrator coordinator
GET  /api/v1/classes/:id/files/awards.csv                         | class | administrator coordinator
GET  /api/v1/classes/:id/files/awards-final.csv                   | class | administrator coordinator
POST /api/v1/student-courses/:id/parts                            | course | administrator coordinator
POST /api/v1/student-courses/:id/parts/:part/withdrawals          | course | administrator coordinator
POST /api/v1/student-courses/:id/assessments/:assessment/appeal-handlings | course | administrator coordinator
GET  /api/v1/grading-requests                                     | - | administrator coordinator
POST /api/v1/student-courses/:id/assessments/:assessment/reasons  | course | administrator coordinator grader
GET  /api/v1/student-courses/:id/explanation                      | course | administrator coordinator
GET  /api/v1/student-courses/:id/files/statement.pdf              | course | administrator coordinator
GET  /api/v1/student-courses/:id/files/elmo.xml                   | course | administrator coordinator
GET  /api/v1/student-courses/:id/course-points                    | course | administrator coordinator
GET  /api/v1/certificates                                         | class | administrator coordinator association
GET  /api/v1/certificates/:no                                     | certificate | administrator coordinator association
GET  /api/v1/certificates/:no/versions/:version/document          | certificate | administrator coordinator association
POST /api/v1/certificates/:no/revocations                         | certificate | administrator
GET  /api/v1/certificates/:no/revocation-proposals                | certificate | administrator
POST /api/v1/certificates/:no/revocation-proposals                | certificate | administrator
POST /api/v1/certificates/:no/revocation-approvals                | certificate | administrator
POST /api/v1/certificates/:no/shares                              | certificate | administrator
GET  /api/v1/certificates/:no/shares                              | certificate | administrator
POST /api/v1/certificates/:no/shares/:id/revocations              | certificate | administrator
GET  /api/v1/certificates/:no/open-badge                          | certificate | administrator
GET  /api/v1/classes/:id/files/certificates.csv                   | class | administrator coordinator
GET  /api/v1/classes/:id/files/certificates.zip                   | class | administrator coordinator
GET  /api/v1/classes/:id/files/certificate-example.pdf            | class | administrator coordinator
GET  /api/v1/classes/:id/certificate-work                         | class | administrator coordinator
GET  /api/v1/classes/:id/set-aside-certificates                   | class | administrator coordinator
GET  /api/v1/set-aside-jobs                                       | - | administrator auditor
POST /api/v1/set-aside-jobs/:id/retries                           | - | administrator
GET  /api/v1/key-rings                                            | - | administrator
POST /api/v1/signing-keys                                         | - | administrator
POST /api/v1/signing-keys/:kid/revocations                        | - | administrator
GET  /api/v1/signing-keys/:kid/certificates                       | - | administrator
POST /api/v1/exports                                              | - | administrator
GET  /api/v1/exports                                              | - | administrator association
GET  /api/v1/exports/:id                                          | export | administrator association
GET  /api/v1/exports/:id/file                                     | export | administrator association
GET  /api/v1/exports/:id/manifest                                 | export | administrator association
GET  /api/v1/exports/:id/files/:name                              | export | administrator association
GET  /api/v1/exports/:id/downloads                                | export | administrator association
POST /api/v1/exports/:id/acknowledgements                         | export | administrator association/receipts
POST /api/v1/exports/:id/acknowledgement-imports                  | export | administrator association/receipts
GET  /api/v1/exports/:id/acknowledgements                         | export | administrator association
POST /api/v1/exports/:id/requeues                                 | export | administrator
POST /api/v1/export-previews                                      | - | administrator
GET  /api/v1/export-drafts                                        | - | administrator
GET  /api/v1/export-drafts/:id                                    | - | administrator
POST /api/v1/export-drafts/:id/approvals                          | - | administrator
POST /api/v1/export-drafts/:id/abandonments                       | - | administrator
POST /api/v1/export-drafts/:id/releases                           | - | administrator
GET  /api/v1/feeds                                                | - | administrator
GET  /api/v1/feeds/:id/deliveries                                 | - | administrator
PUT  /api/v1/feeds/:id/terms                                      | - | administrator
GET  /api/v1/reports/indicators                                   | - | administrator
GET  /api/v1/reports/indicators.csv                               | - | administrator
GET  /api/v1/reports/indicators.xlsx                              | - | administrator
GET  /api/v1/reconciliation                                       | class | administrator
POST /api/v1/points-look-ups                                      | - | administrator association
POST /api/v1/machine-clients                                      | - | administrator
GET  /api/v1/machine-clients                                      | - | administrator
POST /api/v1/machine-clients/:id/keys                             | - | administrator
POST /api/v1/machine-clients/:id/suspensions                      | - | administrator
POST /api/v1/webhooks                                             | - | administrator association/webhooks
GET  /api/v1/webhooks                                             | - | administrator association/webhooks
GET  /api/v1/webhooks/:id/attempts                                | webhook | administrator association/webhooks
POST /api/v1/webhooks/:id/test-events                             | webhook | administrator association/webhooks
POST /api/v1/webhooks/:id/resends                                 | webhook | administrator association/webhooks
POST /api/v1/webhooks/:id/closings                                | webhook | administrator association/webhooks
GET  /api/v1/reminder-plans/:programme                            | - | administrator
PUT  /api/v1/reminder-plans/:programme/:subject                   | - | administrator
POST /api/v1/reminder-plans/:programme/:subject/switches          | - | administrator
POST /api/v1/reminder-plans/:programme/switches                   | - | administrator
GET  /api/v1/reminders                                            | - | administrator
GET  /api/v1/reminders/:id                                        | - | administrator
POST /api/v1/reminders/:id/resolutions                            | - | administrator
GET  /api/v1/reminder-calendar                                    | - | administrator
`;
