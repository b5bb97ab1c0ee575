namespace Xemelios.Domain.Valeurs;

/// <summary>The SHA-256 of a file's bytes, 64 lower-case hexadecimal digits: the identity of a content, whatever its name.</summary>
public readonly record struct Empreinte
{
    public Empreinte(string hexadecimal)
    {
        if (hexadecimal.Length != 64 || !hexadecimal.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("Une empreinte a 64 chiffres hexadécimaux minuscules.", nameof(hexadecimal));
        Hexadecimal = hexadecimal;
    }

    public string Hexadecimal { get; }

    public static Empreinte FromBytes(ReadOnlySpan<byte> sha256) => new(Convert.ToHexStringLower(sha256));

    public override string ToString() => Hexadecimal;
}
