import { join } from 'node:path';
import { z } from 'zod';
import { giveClasses, openAccounts } from '../accounts/open-accounts';
import { readCohortFolder } from '../cohort/cohort-folder';
import { hasCohort, runCohort } from '../cohort/cohort-run';
import type { CliCommand } from '../command';
import { courseFolder } from '../course/course-folder';
import { runCourse } from '../course/course-run';
import { readFolder } from '../files/folder';
import { intakeFolder } from '../intake/intake-folder';
import { runIntake } from '../intake/intake-run';
import { switchOnReminders } from '../reminders/switch-plans';
import type { KullClient } from './client';
import { serviceOf } from './connection';

const demo = join(__dirname, '../../demo');
const intakes = z.looseObject({ code: z.string(), status: z.string() });
const deliveries = z.looseObject({ classCode: z.string() });

/** An intake that was begun and cut off is taken up again where it stopped. */
const hasIntake = async (client: KullClient, code: string): Promise<boolean> =>
  (await client.list('/v1/intakes', intakes)).some((one) => one.code === code && one.status === 'completed');

/** The course of the demonstration ends with its second delivery. */
const hasCourse = async (client: KullClient, code: string): Promise<boolean> =>
  (await client.list('/v1/exports', deliveries)).filter(({ classCode }) => classCode === code).length >= 2;

export const seedCommand: CliCommand = {
  name: 'seed',
  usage: '',
  summary: 'Legger inn demonstrasjonsdata: et helt opptak, et helt kurs, og kullet med fire samlinger holdt',
  help: [
    'Bruker de samme operasjonene som en saksbehandler. Det som alt er der, legges ikke inn på nytt.',
    'Året til kullet legges inn med klokken i tjenesten stilt til hver dag; så stilles den til KULL_CLOCK, eller tilbake.',
    'I drift kan klokken ikke stilles, og kullet legges ikke inn.',
    'Kontoene i demonstrasjonen åpnes der tjenesten har innloggingene de bruker.',
    'Til slutt slås påminnelsene på; de sier ingenting om det som har vært.',
  ].join('\n'),
  options: {},
  run: async (call) => {
    const client = serviceOf(call);
    await openAccounts(client, join(demo, 'accounts.json'));
    const intake = readFolder(join(demo, 'nlp-2026-intake'), intakeFolder);
    const course = readFolder(join(demo, 'nla-2026-spring'), courseFolder);
    const cohort = readCohortFolder(join(demo, 'nlp-2026-cohort'));
    if (!(await hasIntake(client, intake.document.intake))) await runIntake(client, intake, call.progress);
    if (!(await hasCourse(client, course.document.class.code))) await runCourse(client, course, call.progress);
    const planned =
      (await hasCohort(client, cohort)) || (await runCohort(client, cohort, call.env.KULL_CLOCK, call.progress));
    await giveClasses(client, join(demo, 'accounts.json'));
    await switchOnReminders(client, [intake.document.programme.code, course.document.programme.code]);
    call.progress.end();
    const held = {
      intake: intake.document.intake,
      class: course.document.class.code,
      cohort: planned ? cohort.document.cohort.code : null,
    };
    const year = held.cohort ? ', og året til kullet' : '';
    call.terminal.out(
      call.flag('json')
        ? `${JSON.stringify(held)}\n`
        : `Demonstrasjonsdata er på plass: opptaket ${held.intake}, klassen ${held.class}${year}.\n`,
    );
    return 0;
  },
};
