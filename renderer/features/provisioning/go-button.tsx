// A button that leads to the screen of the simulator where the next step is taken.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';

interface GoButtonProps {
  readonly to: '/entra/overview' | '/entra/connectivity' | '/entra/on-demand';
  readonly variant?: 'primary' | 'secondary';
  readonly children: ReactNode;
}

export function GoButton({ to, variant = 'primary', children }: GoButtonProps) {
  const navigate = useNavigate();
  return (
    <Button variant={variant} onPress={() => void navigate({ to })}>
      {children}
    </Button>
  );
}
