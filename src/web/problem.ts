/** Errors of the API, as RFC 9457 problem details, and the one exception that carries them to `onError`. */

export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly unknown[];
}

/** A request that cannot be answered. `detail` says what was found and what to do. */
export class Refusal extends Error {
  readonly problem: ProblemDetails;

  constructor(status: number, title: string, detail: string, errors?: readonly unknown[]) {
    super(detail);
    this.name = 'Refusal';
    this.problem = { type: 'about:blank', title, status, detail, ...(errors ? { errors } : {}) };
  }
}

export function notFound(what: string): Refusal {
  return new Refusal(404, 'Not found', `There is no ${what}.`);
}

export function badRequest(detail: string, errors?: readonly unknown[]): Refusal {
  return new Refusal(400, 'Bad request', detail, errors);
}

/** Answers with problem details. */
export function problemResponse(problem: ProblemDetails): Response {
  return new Response(`${JSON.stringify(problem, null, 2)}\n`, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
