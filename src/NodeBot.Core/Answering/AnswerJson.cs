using System.Text.Json;
using System.Text.Json.Serialization;

namespace NodeBot.Core.Answering;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnswerDocument))]
public sealed partial class AnswerJson : JsonSerializerContext;
