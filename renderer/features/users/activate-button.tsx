// Turns a user off or on again, as Entra does when somebody leaves or comes back.
import { CircleCheck, CircleSlash } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { setActive } from '../resources/patch-message.ts';
import { idOf, isActive, nameOf } from '../resources/read-resource.ts';
import type { TabProps } from '../resources/screen-parts.ts';
import { usePatchResource } from '../resources/use-resource.ts';

export function ActivateButton({ stored: { resource } }: TabProps) {
  const patch = usePatchResource('User');
  const isOn = isActive(resource);
  const Icon = isOn ? CircleSlash : CircleCheck;

  function turn(): void {
    patch.mutate(
      { id: idOf(resource), body: setActive(!isOn) },
      {
        onSuccess: () => {
          toast({
            tone: 'good',
            message: `${nameOf(resource)} ${isOn ? 'deactivated' : 'activated'}`,
          });
        },
        onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
      },
    );
  }

  return (
    <Button isPending={patch.isPending} onPress={turn}>
      <Icon aria-hidden className="size-3.5" />
      {isOn ? 'Deactivate' : 'Activate'}
    </Button>
  );
}
