import type { Problem as ProblemBody } from './contract';
import { pause } from './pause';

/** The server answered, and the answer was no. `message` is its sentence in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly fields: readonly { field: string; message: string }[];

  constructor(body: ProblemBody) {
    super(body.title);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail;
    this.fields = body.fields ?? [];
  }
}

/** No answer came: no network, a dead server, or nothing within the time allowed. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The participant that acts. */
  participant?: string;
  /** Sent as JSON, or a file as it is. */
  body?: unknown;
  signal?: AbortSignal;
}

export interface Command extends Request {
  /** Called each time an attempt failed and a new one is coming, so that the page can say that it waits. */
  onWaiting?: (failure: Problem | NoAnswer) => void;
}

const ATTEMPT_MS = 10_000;
/** A file takes so many times as long. */
const FILE_PATIENCE = 6;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

let acceptLanguage = 'fi';

/** The language in which the server words its problems. */
export function speak(language: string): void {
  acceptLanguage = language;
}

/** Sends once. Rejects with `Problem`, `NoAnswer`, or the signal's own reason when cancelled. */
export async function send<T>(path: string, request: Request = {}): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': acceptLanguage };
  if (request.participant !== undefined) headers['X-Participant'] = request.participant;
  const { body } = request;
  const file = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = file ? 'application/octet-stream' : 'application/json';

  const timeout = AbortSignal.timeout(file ? ATTEMPT_MS * FILE_PATIENCE : ATTEMPT_MS);
  const init: RequestInit = {
    method: request.method ?? 'GET',
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
  };
  if (body !== undefined) init.body = file ? body : JSON.stringify(body);

  let response: Response;
  let text: string;
  try {
    response = await fetch(path, init);
    text = await response.text();
  } catch (cause) {
    request.signal?.throwIfAborted();
    throw new NoAnswer('no answer', { cause });
  }
  if (!response.ok) throw problemOf(response, text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/**
 * Sends the same request again until the server has answered it for good. Only for what may safely happen twice; every
 * command of the contract may. Network failures, 5xx and 429 are tried again without end; cancel with `signal`.
 */
export async function insist<T>(path: string, command: Command): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send<T>(path, command);
    } catch (failure) {
      if (!isPassing(failure)) throw failure;
      command.onWaiting?.(failure);
      await pause(waitBefore(attempt + 1), command.signal);
    }
  }
}

/** Whether trying again may help. */
export function isPassing(failure: unknown): failure is Problem | NoAnswer {
  if (failure instanceof NoAnswer) return true;
  return failure instanceof Problem && (failure.status >= 500 || failure.status === 429);
}

/** Doubling, jittered by half so that a hall of phones does not knock in step. */
export function waitBefore(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return full / 2 + (full / 2) * random();
}

function problemOf(response: Response, text: string): Problem {
  if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    try {
      return new Problem(JSON.parse(text) as ProblemBody);
    } catch {
      // A proxy cut the body short; the status still says enough.
    }
  }
  return new Problem({
    type: 'about:blank',
    title: `HTTP ${response.status}`,
    status: response.status,
    code: `http-${response.status}`,
  });
}
