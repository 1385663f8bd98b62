import { join } from 'node:path';
import { z } from 'zod';
import type { CliCommand } from '../command';
import { courseFolder } from '../course/course-folder';
import { runCourse } from '../course/course-run';
import { readFolder } from '../files/folder';
import { intakeFolder } from '../intake/intake-folder';
import { runIntake } from '../intake/intake-run';
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
  summary: 'Legger inn demonstrasjonsdata: et helt opptak og et helt kurs',
  help: 'Bruker de samme kommandoene som en saksbehandler. Det som alt er der, legges ikke inn på nytt.',
  options: {},
  run: async (call) => {
    const client = serviceOf(call);
    const intake = readFolder(join(demo, 'nlp-2026-intake'), intakeFolder);
    const course = readFolder(join(demo, 'nla-2026-spring'), courseFolder);
    if (!(await hasIntake(client, intake.document.intake))) await runIntake(client, intake, call.progress);
    if (!(await hasCourse(client, course.document.class.code))) await runCourse(client, course, call.progress);
    call.progress.end();
    const held = { intake: intake.document.intake, class: course.document.class.code };
    call.terminal.out(
      call.flag('json')
        ? `${JSON.stringify(held)}\n`
        : `Demonstrasjonsdata er på plass: opptaket ${held.intake} og klassen ${held.class}.\n`,
    );
    return 0;
  },
};
