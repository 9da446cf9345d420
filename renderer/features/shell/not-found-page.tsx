// An address of the app that leads nowhere.
import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';

export function NotFoundPage() {
  return (
    <EmptyState icon={Compass} title="There is no such page">
      <p>
        The address may come from another version.{' '}
        <Link to="/" className="font-medium text-accent underline">
          Go to Home
        </Link>
      </p>
    </EmptyState>
  );
}
