import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

export const floor = [new DynamoDBClient({}), GetItemCommand];
