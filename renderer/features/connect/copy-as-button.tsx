// "Copy as": the two values in the form that a tool wants.
import { MenuButton } from '../../ui/menu-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { SNIPPETS, type ConnectionValues, type Snippet } from './connection-snippets.ts';

export function CopyAsButton({ values }: { readonly values: ConnectionValues }) {
  return (
    <MenuButton
      label="Copy as"
      actions={SNIPPETS.map((snippet) => ({
        id: snippet.id,
        label: snippet.label,
        onAction: () => void copy(snippet, values),
      }))}
    />
  );
}

async function copy({ label, write }: Snippet, values: ConnectionValues): Promise<void> {
  try {
    await navigator.clipboard.writeText(write(values));
    toast({ tone: 'good', message: `Copied as ${label}` });
  } catch {
    toast({ tone: 'bad', message: 'The clipboard refused the text. Copy the values one by one.' });
  }
}
