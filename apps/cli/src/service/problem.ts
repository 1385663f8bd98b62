import { z } from 'zod';

const problemSchema = z.looseObject({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  retryable: z.boolean().optional(),
  errors: z.array(z.looseObject({ detail: z.string().optional(), code: z.string().optional() })).optional(),
});

/** The service understood, and said no (RFC 9457). */
export class ServiceRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: readonly string[],
    readonly retryable: boolean,
  ) {
    super(message);
  }
}

const withoutPlace = ({ pointer, detail, code }: { pointer?: unknown; detail?: string; code?: string }): string =>
  [typeof pointer === 'string' ? pointer : '', detail ?? code ?? ''].filter(Boolean).join(': ');

/** What the service said instead of an answer. */
export const refusalIn = async (response: Response): Promise<ServiceRefusal> => {
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const read = problemSchema.safeParse(json);
  const problem = read.success ? read.data : {};
  return new ServiceRefusal(
    response.status,
    problem.code ?? `HTTP_${response.status}`,
    [problem.title ?? `Tjenesten svarte ${response.status}`, problem.detail].filter(Boolean).join('. '),
    (problem.errors ?? []).map(withoutPlace),
    problem.retryable ?? [429, 502, 503, 504].includes(response.status),
  );
};
