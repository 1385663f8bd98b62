import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isPoint, type Point } from './points';

/** Which failpoints kill now: how likely each time one is passed, and which of their hits are kept for later. */
export interface Active {
  readonly probability: Readonly<Partial<Record<Point, number>>>;
  readonly kept?: Readonly<Partial<Record<Point, number>>>;
}

/**
 * What the storm and its victims share: a folder. The storm says which points are active; who dies at one takes one of
 * its numbered hits first, by a file that only one process can make, so that every hit is counted and none is too many.
 */
export class Budget {
  constructor(
    private readonly folder: string,
    private readonly limit: number,
  ) {}

  open(): void {
    mkdirSync(this.folder, { recursive: true });
    this.rest();
  }

  activate(active: Active): void {
    // Whole at any moment: the victims read it all the time.
    writeFileSync(join(this.folder, 'active.new'), JSON.stringify(active));
    renameSync(join(this.folder, 'active.new'), join(this.folder, 'active.json'));
  }

  /** Nobody dies at a point for the time being. */
  rest(): void {
    this.activate({ probability: {} });
  }

  probability(point: Point): number {
    return this.active().probability[point] ?? 0;
  }

  /** Takes a hit for this process; false when the point has had its share. */
  take(point: Point): boolean {
    const share = this.limit - (this.active().kept?.[point] ?? 0);
    for (let n = 1; n <= share; n++) {
      try {
        const file = openSync(join(this.folder, `${point}.${n}`), 'wx');
        writeSync(file, String(process.pid));
        closeSync(file);
        return true;
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
      }
    }
    return false;
  }

  private active(): Active {
    return JSON.parse(readFileSync(join(this.folder, 'active.json'), 'utf8')) as Active;
  }

  /** How often each point was hit. */
  hits(): Readonly<Partial<Record<Point, number>>> {
    const hits: Partial<Record<Point, number>> = {};
    for (const name of readdirSync(this.folder)) {
      const point = name.split('.')[0]!;
      if (isPoint(point)) hits[point] = (hits[point] ?? 0) + 1;
    }
    return hits;
  }

  /** The processes that died at a point. */
  victims(): ReadonlySet<number> {
    const names = readdirSync(this.folder).filter((name) => isPoint(name.split('.')[0]!));
    return new Set(names.map((name) => Number(readFileSync(join(this.folder, name), 'utf8'))));
  }

  isSpent(wanted: readonly Point[]): boolean {
    const hits = this.hits();
    return wanted.every((point) => (hits[point] ?? 0) >= this.limit);
  }
}
