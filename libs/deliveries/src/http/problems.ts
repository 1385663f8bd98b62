import { Problem } from '@kull/http';
import type { DeliveryOutcome } from '../commands/deliver-class';

type Refusal = Extract<DeliveryOutcome, { readonly refused: string }>['refused'];

const refusals = {
  CLASS_UNKNOWN: { status: 404, title: 'Klassen finnes ikke' },
  CLASS_WITHOUT_COURSE: { status: 409, title: 'Klassen har ikke noe kurs som gir kurspoeng' },
} as const satisfies Record<Refusal, { readonly status: number; readonly title: string }>;

/** Why nothing is delivered. */
export const deliveryProblem = (code: Refusal): Problem => new Problem({ code, ...refusals[code] });

export const exportUnknown = (): Problem =>
  new Problem({ status: 404, code: 'EXPORT_UNKNOWN', title: 'Leveransen finnes ikke' });
