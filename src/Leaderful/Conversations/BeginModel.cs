using Leaderful.Data;
using Leaderful.Shared.Forms;

namespace Leaderful.Conversations;

public sealed record BeginModel(Form Form, Id<Conversation> Key, string? Preview = null);

public sealed record TitleModel(ConversationHead Head, Form Form);

public sealed record RewriteModel(PostText Post, Form Form, string? Preview = null);
