import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCourse } from '../data/generate-course';
import { generateIntake } from '../data/generate-intake';
import { type RunningService, startService } from '../harness/service';
import { filesIn, kull } from './command-line';
import { checkCourseFiles } from './course-files';
import { deliveriesIn } from './expected-deliveries';
import { checkIntakeFiles } from './intake-files';

describe('folders that nobody has seen before', () => {
  let service: RunningService;
  let folder: string;
  let delivered = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kull-other-'));
    service = await startService();
  }, 90_000);

  afterAll(async () => {
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (name: 'intake' | 'course', input: string): Promise<ReadonlyMap<string, Buffer>> => {
    const out = `${input}-out`;
    const { code, err } = await kull(service, name, 'run', input, '--out', out);
    if (code !== 0) throw new Error(`${err}\n${service.complaints()}`);
    return filesIn(out);
  };

  it.each([11, 12, 13])(
    'gives a course of 45 participants in another order what the rules say (seed %i)',
    async (seed) => {
      const input = join(folder, `course-${seed}`);
      generateCourse(input, { seed, participants: 45 });
      const files = await run('course', input);
      checkCourseFiles(input, files, delivered + 1);
      delivered += deliveriesIn(files).length;
    },
    120_000,
  );

  it.each([
    [21, 60, 2],
    [22, 400, 6],
    [23, 2_000, 40],
  ])(
    'gives an intake of its own what the rules say (seed %i, %i applicants, %i classes)',
    async (seed, applicants, classes) => {
      const input = join(folder, `intake-${seed}`);
      generateIntake(input, { seed, applicants, classes });
      checkIntakeFiles(input, await run('intake', input));
    },
    180_000,
  );
});
