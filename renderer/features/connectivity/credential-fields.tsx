// The credentials: Secret Token, or OAuth client credentials. A saved secret is shown by its last characters and stays
// as it is while nothing is typed.
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { tokenPath } from '../../../shared/tenant-path.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { savedSecret, type ConnectionDraft, type DraftProps } from './connection-draft.ts';

interface CredentialFieldsProps extends DraftProps {
  readonly job: JobDetails;
  readonly scimOrigin: string;
}

const METHODS = [
  { value: 'bearer', label: 'Bearer authentication' },
  { value: 'oauth2ClientCredentials', label: 'OAuth2 client credentials grant' },
] as const;

export function CredentialFields(props: CredentialFieldsProps) {
  const { draft, job, scimOrigin, onChange } = props;
  const saved = job.credentials?.type === draft.method ? savedSecret(job) : '';
  return (
    <>
      <SelectField
        label="Authentication method"
        options={METHODS}
        value={draft.method}
        onChange={(method) => onChange({ method, tokenEndpoint: knownEndpoint(draft, scimOrigin) })}
      />
      {draft.method === 'bearer' ? (
        <BearerFields {...props} saved={saved} />
      ) : (
        <OauthFields {...props} saved={saved} />
      )}
    </>
  );
}

/** What is typed, else that of the tenant that is the target. */
function knownEndpoint({ kind, tenant, tokenEndpoint }: ConnectionDraft, origin: string): string {
  return kind === 'tenant' && tokenEndpoint === '' ? origin + tokenPath(tenant) : tokenEndpoint;
}

const OWN_TOKEN = "Use the tenant's own Secret Token, also after it is rotated";

type FieldProps = DraftProps & { readonly saved: string };

const BLANK_HINT =
  'Left blank, a token goes out that Entra issues itself (a JWT; for tests only). Its public key: GET /api/simulator/keys.';

function BearerFields({ draft, problems, onChange, saved }: FieldProps) {
  const isOwn = draft.kind === 'tenant' && draft.usesOwnToken;
  return (
    <>
      {draft.kind === 'tenant' && (
        <Toggle
          label="Use the tenant's own Secret Token"
          isOn={draft.usesOwnToken}
          onChange={(usesOwnToken) => onChange({ usesOwnToken })}
          onWord={OWN_TOKEN}
          offWord={OWN_TOKEN}
        />
      )}
      {!isOwn && (
        <SecretField
          label="Secret Token"
          saved={saved}
          value={draft.secretToken}
          onChange={(secretToken) => onChange({ secretToken })}
          error={problems.secretToken}
          {...(draft.kind === 'url' && { blankHint: BLANK_HINT })}
        />
      )}
    </>
  );
}

function OauthFields({ draft, problems, onChange, saved }: FieldProps) {
  return (
    <>
      <TextField
        label="Token Endpoint"
        isMono
        placeholder="https://host/oauth/token"
        value={draft.tokenEndpoint}
        onChange={(text) => onChange({ tokenEndpoint: text.trim() })}
        error={problems.tokenEndpoint}
      />
      <TextField
        label="Client Identifier"
        isMono
        value={draft.clientId}
        onChange={(clientId) => onChange({ clientId })}
        error={problems.clientId}
      />
      <SecretField
        label="Client Secret"
        saved={saved}
        value={draft.clientSecret}
        onChange={(clientSecret) => onChange({ clientSecret })}
        error={problems.clientSecret}
      />
      <TextField
        label="Scope"
        isMono
        hint="Left empty where the token endpoint asks for none."
        value={draft.scope}
        onChange={(scope) => onChange({ scope })}
      />
    </>
  );
}

interface SecretFieldProps {
  readonly label: string;
  /** Masked. */
  readonly saved: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  /** What it means that there is none. */
  readonly blankHint?: string;
}

function SecretField({ label, saved, value, onChange, error, blankHint }: SecretFieldProps) {
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="off"
      isMono
      {...(blankHint !== undefined && { hint: blankHint })}
      {...(saved !== '' && {
        placeholder: saved,
        hint: `Saved: ${saved}. Left empty, it stays as it is.`,
      })}
      value={value}
      onChange={(text) => onChange(text.trim())}
      error={error}
    />
  );
}
