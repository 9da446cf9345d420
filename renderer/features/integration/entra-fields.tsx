// Which of our values goes into which field of the provisioning form.
import { useConnection } from '../../api/use-connection.ts';

export function EntraFields() {
  const connection = useConnection().data;
  return (
    <table className="mt-4 w-full border-collapse text-left">
      <caption className="mb-1 text-left text-sm font-medium text-ink-2">
        Fields under Admin Credentials
      </caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <th scope="col" className="w-2/5 py-1 pr-3 font-medium">
            Field in Entra
          </th>
          <th scope="col" className="py-1 font-medium">
            Value from here
          </th>
        </tr>
      </thead>
      <tbody>
        <Row field="Provisioning Mode" value="Automatic" />
        <Row field="Authentication Method" value="Bearer Authentication" />
        <Row field="Tenant URL" value={connection?.tenantUrl ?? ''} isMono />
        <Row field="Secret Token" value="The Secret Token above" />
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly field: string;
  readonly value: string;
  readonly isMono?: boolean;
}

function Row({ field, value, isMono = false }: RowProps) {
  return (
    <tr className="border-b border-line/60 align-top">
      <th scope="row" className="py-1.5 pr-3 font-normal text-ink-2">
        {field}
      </th>
      <td className={isMono ? 'py-1.5 font-mono text-sm wrap-anywhere' : 'py-1.5'}>{value}</td>
    </tr>
  );
}
