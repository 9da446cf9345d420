// Help for the filter box: examples that can be tried with one press, and the operators in words.
import { CircleHelp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button as PushButton } from '../../ui/button.tsx';
import type { FilterExample } from './screen-parts.ts';

interface FilterHelpProps {
  readonly examples: readonly FilterExample[];
  readonly onPick: (filter: string) => void;
}

export function FilterHelp({ examples, onPick }: FilterHelpProps) {
  return (
    <DialogTrigger>
      <PushButton variant="ghost" aria-label="Help with filters">
        <CircleHelp aria-hidden className="size-4" />
        Help
      </PushButton>
      <Popover placement="bottom end" className="w-96 max-w-[calc(100vw-2rem)]">
        <Dialog className="rounded-lg border border-line bg-surface-1 p-3 shadow-pop outline-none">
          {({ close }) => (
            <>
              <Heading slot="title" className="px-1 pb-1 font-semibold">
                Plain words or a SCIM filter
              </Heading>
              <ul>
                {examples.map((example) => (
                  <li key={example.filter}>
                    <Button
                      className="w-full cursor-default rounded-md px-1 py-1.5 text-left hover:bg-surface-2"
                      onPress={() => {
                        onPick(example.filter);
                        close();
                      }}
                    >
                      <code className="block font-mono text-sm wrap-anywhere text-accent">
                        {example.filter}
                      </code>
                      <span className="block text-sm text-ink-2">{example.meaning}</span>
                    </Button>
                  </li>
                ))}
              </ul>
              <p className="mt-1 border-t border-line px-1 pt-2 text-sm text-ink-2">
                Operators: <Code>eq</Code> equals, <Code>ne</Code> differs, <Code>co</Code>{' '}
                contains, <Code>sw</Code> starts with, <Code>ew</Code> ends with, <Code>gt</Code>{' '}
                <Code>ge</Code> <Code>lt</Code> <Code>le</Code> by order, <Code>pr</Code> has a
                value. Join them with <Code>and</Code>, <Code>or</Code>, <Code>not ( )</Code>.
              </p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Code({ children }: { readonly children: string }) {
  return <code className="font-mono text-ink-1">{children}</code>;
}
