// Copies a text and says so, in place and to screen readers. With a `caption` ("Copy token") it is a labelled button, else
// an icon.
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { toast } from './toast.tsx';

interface CopyButtonProps {
  /** What is copied, in words: "Tenant URL". */
  readonly what: string;
  /** Written when it is asked for, where that takes time. */
  readonly text: string | (() => string);
  readonly caption?: string;
}

const CONFIRM_MS = 1800;

export function CopyButton({ what, text, caption }: CopyButtonProps) {
  const { isCopied, copy } = useCopy(text, what);
  const Icon = isCopied ? Check : Copy;
  if (caption === undefined) {
    return (
      <IconButton
        icon={Icon}
        label={isCopied ? `${what} copied` : `Copy ${what}`}
        onPress={() => void copy()}
      />
    );
  }
  return (
    <Button onPress={() => void copy()}>
      <Icon aria-hidden className="size-3.5" />
      {isCopied ? 'Copied' : caption}
    </Button>
  );
}

function useCopy(text: CopyButtonProps['text'], what: string) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setIsCopied(true);
      toast({ tone: 'good', message: `${what} copied` });
    } catch {
      toast({
        tone: 'bad',
        message: `The clipboard refused ${what}. Select the text and copy it.`,
      });
    }
  }

  return { isCopied, copy };
}
