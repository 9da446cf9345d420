// The requests that a failed check has sent, and their answers; the last one, which mostly decides, is open.
import type { CheckedExchange } from '../../../shared/checker/report.ts';
import { HttpExchange } from '../../ui/http-exchange.tsx';

export function Evidence({ exchanges }: { readonly exchanges: readonly CheckedExchange[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {exchanges.map(({ request, response, problem, durationMs }, index) => (
        <li key={`${index} ${request.url}`}>
          <HttpExchange
            {...{
              method: request.method,
              url: request.url,
              request,
              response,
              problem,
              durationMs,
            }}
            status={response?.status ?? null}
            level={4}
            startsOpen={index === exchanges.length - 1}
          />
        </li>
      ))}
    </ol>
  );
}
