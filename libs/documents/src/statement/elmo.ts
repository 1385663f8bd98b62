import { localDateInOslo } from '@kull/kernel';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces';
import type { StatedAssessment, StatementContent } from './content';
import { statementMessages } from './messages';

const namespace = 'https://github.com/emrex-eu/elmo-schemas/tree/v1';

/** Which scale a grade is on, as the report's `gradingScheme` names it. */
const schemes = {
  'a-f': 'A–F: A is the best grade, E the lowest that passes.',
  passed: 'Passed or failed.',
} as const;

const schemeOf = ({ grade }: StatedAssessment): keyof typeof schemes => (grade === 'PASSED' ? 'passed' : 'a-f');

/** XML 1.0 has no place for these, and a name with one is shown without it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not XML
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const add = (parent: XMLBuilder, name: string, value: string, attributes: Record<string, string> = {}): void => {
  parent.ele(name, attributes).txt(value.replace(notXml, '')).up();
};

/** An assessment is a part without credits: where a node carries ECTS, nothing below it may (domain.md 3.3). */
const addAssessment = (programme: XMLBuilder, assessment: StatedAssessment, language: string, title: string): void => {
  const specification = programme.ele('hasPart').ele('learningOpportunitySpecification');
  add(specification, 'title', title, { 'xml:lang': language });
  add(specification, 'type', 'Class');
  const instance = specification.ele('specifies').ele('learningOpportunityInstance');
  if (assessment.attestedOn !== undefined) add(instance, 'date', assessment.attestedOn);
  add(instance, 'status', 'passed');
  add(instance, 'gradingSchemeLocalId', schemeOf(assessment));
  add(instance, 'resultLabel', assessment.grade === 'PASSED' ? 'Passed' : assessment.grade);
};

const addProgramme = (report: XMLBuilder, content: StatementContent): void => {
  const { programme, courseCode, organiser, language, assessments, completedOn, startsOn } = content;
  const specification = report.ele('learningOpportunitySpecification');
  add(specification, 'identifier', courseCode ?? programme.code, { type: 'local' });
  add(specification, 'title', programme.title, { 'xml:lang': 'nb' });
  // A course spans one term; this may span two (domain.md 3.3).
  add(specification, 'type', 'Module');
  add(specification, 'url', `https://www.${organiser.domain}`);
  const instance = specification.ele('specifies').ele('learningOpportunityInstance');
  if (startsOn !== undefined) add(instance, 'start', startsOn);
  add(instance, 'date', completedOn);
  add(instance, 'status', 'passed');
  const credit = instance.ele('credit');
  add(credit, 'scheme', 'ects');
  add(credit, 'value', String(content.ectsCredits));
  if (programme.level !== undefined) {
    const level = instance.ele('level');
    add(level, 'type', 'EQF');
    add(level, 'value', String(programme.level));
  }
  for (const assessment of assessments)
    addAssessment(specification, assessment, language, assessment.title ?? statementMessages[language].assessment);
};

/**
 * The same facts as ELMO 1.5 (EMREX), for systems that read it, with the statement itself attached as PDF. Not signed:
 * it is no transcript (domain.md 3.3, 0.1).
 * @param pdf the statement of the same content
 */
export const elmoOf = (content: StatementContent, pdf: Uint8Array): string => {
  const { student, organiser, language, madeAt, assessments } = content;
  const text = statementMessages[language];
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const elmo = document.ele(namespace, 'elmo');
  add(elmo, 'generatedDate', madeAt);
  const learner = elmo.ele('learner');
  add(learner, 'givenNames', student.givenNames);
  add(learner, 'familyName', student.familyName);
  add(learner, 'bday', student.birthDate);

  const report = elmo.ele('report');
  const issuer = report.ele('issuer');
  add(issuer, 'country', 'NO');
  add(issuer, 'identifier', organiser.domain, { type: 'schac' });
  add(issuer, 'identifier', organiser.orgNumber, { type: 'orgNumber' });
  add(issuer, 'title', organiser.name, { 'xml:lang': 'nb' });
  add(issuer, 'url', `https://www.${organiser.domain}`);
  addProgramme(report, content);
  add(report, 'issueDate', madeAt);
  for (const scheme of [...new Set(assessments.map(schemeOf))].sort())
    add(report.ele('gradingScheme', { localId: scheme }), 'description', schemes[scheme], { 'xml:lang': 'en' });

  const attachment = elmo.ele('attachment');
  add(attachment, 'title', `${text.title}, ${localDateInOslo(madeAt)}`, { 'xml:lang': language });
  // Neither a diploma nor a transcript: the schema's own word for anything else.
  add(attachment, 'type', 'Other');
  add(attachment, 'description', text.notADiploma, { 'xml:lang': language });
  add(attachment, 'content', `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}`, {
    'xml:lang': language,
  });
  return `${document.end({ prettyPrint: true })}\n`;
};
