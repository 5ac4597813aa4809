import { webhook } from "hooklens/handler";

const receive = webhook((event) => {
  console.log(event.id, event.payload);
});

export async function handler({ requestContext, headers, body = "", isBase64Encoded }) {
  const { status, ...answer } = await receive({
    method: requestContext.http.method,
    headers,
    body: isBase64Encoded ? Buffer.from(body, "base64") : body,
  });
  return { statusCode: status, ...answer };
}
