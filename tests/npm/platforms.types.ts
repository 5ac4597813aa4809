// Compiled, never run: what the platforms' own types say fits.
import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  Context,
  LambdaFunctionURLEvent,
  SQSEvent,
  SQSHandler,
  SQSRecord,
} from "aws-lambda";
import type { JsMsg } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { queue, webhook } from "hooklens/lambda";
import { check, consume, publish, publishBody, type JetStreamMessage } from "hooklens/nats";

declare const requests: [APIGatewayProxyEvent, APIGatewayProxyEventV2, LambdaFunctionURLEvent, Context];
const [rest, http, url, invocation] = requests;
webhook<APIGatewayProxyEvent, Context>((event, { request, invocation }) => {
  request.requestContext.identity.sourceIp.trim();
  invocation.getRemainingTimeInMillis().toFixed();
})(rest, invocation);
webhook((event, { request }) => request.headers)(http, invocation);
webhook<LambdaFunctionURLEvent>((event, { request }) => request.requestContext.http.sourceIp)(url);
export const restHandler: APIGatewayProxyHandler = async (event, context) =>
  webhook<APIGatewayProxyEvent, Context>(() => {})(event, context);
export const httpHandler: APIGatewayProxyHandlerV2 = async (event) => webhook(() => {})(event);

declare const batch: SQSEvent;
queue<SQSRecord>((event, { message }) => message.eventSourceARN.trim())(batch, invocation);
export const sqsHandler: SQSHandler = async (event) => queue<SQSRecord>(() => {})(event);

const connection = await connect({ servers: "127.0.0.1" });
await publish(connection);
await publishBody(connection);
await check(connection, { stream: "hooks", durable: "check" });
await consume(
  connection,
  (event, { message }) => {
    // What a function gets is one.
    const whole = message as JsMsg;
    whole.working();
  },
  { stream: "hooks", durable: "worker" },
);
declare const message: JsMsg;
const fits: JetStreamMessage = message;
void fits;
