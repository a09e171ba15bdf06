import { Text } from '@hubspot/ui-extensions';

export const Card = () => <Text>Nobody asked for me</Text>;
