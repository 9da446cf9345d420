// Keeps a failure within its pane: the rest of the window works on. React has error boundaries as classes only.
import { CircleAlert } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';

interface PaneBoundaryProps {
  /** What this pane is, in words: "Request details". */
  readonly name: string;
  /** Another value tries again by itself: what is shown has changed. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

interface PaneBoundaryState {
  readonly failure: { readonly error: unknown; readonly stack: string } | null;
  readonly resetKey: string | undefined;
}

export class PaneBoundary extends Component<PaneBoundaryProps, PaneBoundaryState> {
  override state: PaneBoundaryState = { failure: null, resetKey: undefined };

  static getDerivedStateFromError(error: unknown): Partial<PaneBoundaryState> {
    return { failure: { error, stack: '' } };
  }

  static getDerivedStateFromProps(
    { resetKey }: PaneBoundaryProps,
    state: PaneBoundaryState,
  ): Partial<PaneBoundaryState> | null {
    return state.resetKey === resetKey ? null : { resetKey, failure: null };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ failure: { error, stack: componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { name, children } = this.props;
    const { failure } = this.state;
    if (failure === null) return children;
    return <Failure name={name} {...failure} onRetry={() => this.setState({ failure: null })} />;
  }
}

interface FailureProps {
  readonly name: string;
  readonly error: unknown;
  readonly stack: string;
  readonly onRetry: () => void;
}

function Failure({ name, error, stack, onRetry }: FailureProps) {
  const message = error instanceof Error ? error.message : String(error);
  const trace = error instanceof Error ? (error.stack ?? message) : message;
  return (
    <div
      role="alert"
      className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center"
    >
      <CircleAlert aria-hidden className="size-6 text-bad" strokeWidth={1.5} />
      <h2 className="text-lg font-semibold">{name} could not be shown</h2>
      <p className="text-ink-2">
        A mistake of this app: <span className="wrap-anywhere">{message}</span> The rest of the
        window works on, and so does the server.
      </p>
      <div className="mt-2 flex gap-2">
        <CopyButton what="details" caption="Copy details" text={`${name}\n${trace}\n${stack}`} />
        <Button variant="primary" onPress={onRetry}>
          Try again
        </Button>
      </div>
    </div>
  );
}
