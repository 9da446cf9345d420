// Offers the tour to who has not seen it, at the foot of the sidebar, out of the way.
import { X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { endTour, startTour, useTour } from './tour-state.ts';

export function TourOffer() {
  const { isOffered, stop } = useTour();
  if (!isOffered || stop !== null) return null;
  return (
    <div className="rounded-lg border border-line bg-surface-1 py-1.5 pr-1 pl-3">
      <div className="flex items-center">
        <span className="flex-1 text-ink-2">New here?</span>
        <IconButton icon={X} label="Do not offer the tour" onPress={endTour} />
      </div>
      <div className="pt-0.5 pb-1">
        <Button onPress={startTour}>Take the tour</Button>
      </div>
    </div>
  );
}
