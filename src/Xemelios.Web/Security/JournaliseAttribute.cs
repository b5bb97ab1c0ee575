using Xemelios.Domain.Habilitations;

namespace Xemelios.Web.Security;

/// <summary>What this page or endpoint shows is written in the journal before it is shown.</summary>
/// <remarks>Every route has it, or says by <see cref="SansPayeAttribute"/> that it shows no pay: a test walks them all.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JournaliseAttribute(NatureDActe nature) : Attribute
{
    public NatureDActe Nature { get; } = nature;
}

/// <summary>This page or endpoint shows nothing of the pay of anyone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SansPayeAttribute : Attribute;
