// Opens the record of a request when it arrives, and writes it when the answer has been handed to the socket: the client
// does not wait for it. Both happen in one turn of the event loop, so that who has the answer can read the log: what he
// asks, and whatever else runs here, comes in a later turn. A peer that goes away first is recorded with status 0.
// Losing a log row must not lose the answer: a failing write is reported to the person who runs the server.
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import type { Store } from '../../store/open-store.ts';
import { storageProblemOf } from '../../store/storage-problem.ts';
import { describeExchange, summaryOf } from './describe-exchange.ts';
import type {
  Answer,
  Exchange,
  ScimAnswer,
  ScimAppDependencies,
  ScimHandler,
  ScimRequest,
} from './exchange.ts';
import { readTarget, type ScimTarget } from './read-target.ts';
import type { FindPeer, Peer } from './find-peer.ts';
import { createRetryFinder, type RetryFinder } from './find-retry.ts';
import { NO_BODY } from './receive-body.ts';
import { startStopwatch, type Stopwatch } from './stopwatch.ts';

const NO_ANSWER: Answer = { status: 0 };

export function recordRequest(dependencies: ScimAppDependencies, findPeer: FindPeer): ScimHandler {
  const { store, clock } = dependencies;
  const findRetry = createRetryFinder();
  return function recordRequest(
    request: ScimRequest,
    response: ScimAnswer,
    next: () => void,
  ): void {
    const at = clock.now().toISOString();
    const startedMs = clock.monotonicMs();
    const requestId = store.requestLog.nextRequestId();
    let isClosed = false;
    const target = readTarget(response.locals.rawTarget);
    const stopwatch = startStopwatch(clock.monotonicMs);
    const peer = findPeer(request.socket, requestId);
    const exchange = openExchange({ requestId, peer, target, stopwatch }, function send(answer) {
      setHead(response, answer);
      const record = close(answer);
      response.end(answer.text);
      record();
    });
    response.locals.exchange = exchange;
    response.once('close', () => {
      if (!isClosed) close(NO_ANSWER)();
    });
    next();

    /** The first answer counts; one for nobody may still tell of changes. Returns what writes the record. */
    function close(answer: Answer): () => void {
      if (isClosed) return () => addLateEffects(dependencies, exchange);
      isClosed = true;
      const durationMs = clock.monotonicMs() - startedMs;
      const phases = stopwatch.stop(answer.status !== 0);
      const closing = { exchange, at, durationMs, phases, request, answer };
      return () => writeRecord(dependencies, closing, findRetry);
    }
  };
}

interface Opening {
  readonly requestId: number;
  readonly peer: Peer;
  readonly target: ScimTarget;
  readonly stopwatch: Stopwatch;
}

function openExchange(opening: Opening, answer: (answer: Answer) => void): Exchange {
  return {
    ...opening,
    answer,
    body: NO_BODY,
    json: undefined,
    tenant: null,
    caller: null,
    credential: null,
    presented: [],
    tokenProblem: null,
    isTokenRequest: false,
    model: null,
    effects: [],
    error: null,
    isFromQueue: false,
    isCut: false,
  };
}

function setHead(response: ScimAnswer, { status, headers, text }: Answer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (text !== undefined) response.setHeader('Content-Length', Buffer.byteLength(text));
}

type Closing = Omit<Parameters<typeof describeExchange>[1], 'retryOf'>;

/** While recording is paused, everything else goes on: tokens know when they were used. */
function writeRecord(
  dependencies: ScimAppDependencies,
  closing: Closing,
  findRetry: RetryFinder,
): void {
  const { store, feed, logger, availability } = dependencies;
  if (closing.exchange.effects.length > 0) availability.noteWrite();
  try {
    const retryOf = findRetry(toAttempt(closing));
    const details = describeExchange(dependencies, { ...closing, retryOf });
    if (store.requestLog.recording().isPaused) {
      store.requestLog.skip(details.id);
      noteUse(store, closing.exchange, details);
      return;
    }
    store.requestLog.insert(details);
    noteUse(store, closing.exchange, details);
    const request = { ...summaryOf(details), ...findCycle(store, details) };
    feed.publish({ type: 'request-recorded', data: { request } });
  } catch (error) {
    const problem = storageProblemOf(error);
    if (problem !== undefined) availability.noteFailedWrite(problem);
    const request = closing.exchange.requestId;
    logger.error('A request could not be recorded', { request, error });
  }
}

/** Of a request whose peer went away before it was carried out. */
function addLateEffects(
  { store, logger, availability }: ScimAppDependencies,
  { requestId: request, effects }: Exchange,
): void {
  if (effects.length === 0) return;
  availability.noteWrite();
  try {
    store.requestLog.addEffects(request, effects);
  } catch (error) {
    logger.error('What a request has changed could not be recorded', { request, error });
  }
}

/** As a rule the entry is written later, and announced then; after an answer that the simulator did not wait for, earlier. */
function findCycle({ provisioningLog }: Store, { clientRequestId }: RequestDetails) {
  if (clientRequestId === null) return undefined;
  const entry = provisioningLog.findByRequest(clientRequestId);
  return entry && { jobId: entry.jobId, cycleId: entry.cycleId };
}

function toAttempt({ exchange, at, request, answer }: Closing) {
  const { requestId, target, body } = exchange;
  return {
    id: requestId,
    method: request.method,
    target: `${target.rawPath}?${target.rawQuery}`,
    body: body.bytes,
    status: answer.status,
    atMs: Date.parse(at),
  };
}

/** What a token that is not let in does is no use of it. */
function noteUse(
  { tokens, oauthClients }: Store,
  { credential }: Exchange,
  { at, source, status }: RequestDetails,
): void {
  if (credential === null || credential.key === null || status === 401) return;
  const counted = credential.kind === 'token' ? tokens : oauthClients;
  counted.noteUse(credential.key, { at, source });
}
