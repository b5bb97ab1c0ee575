using System.Globalization;
using System.Text;

namespace Xemelios.Samples;

/// <summary>Writes the value of an attribute between its quotes: as it stands, by entities, by references of every spelling.</summary>
internal sealed class PlumeDeValeur(Hasard hasard, StyleDEcriture style, Transcription transcription)
{
    /// <summary>Appends the value; returns the rare form used, if any.</summary>
    public FormesRares Ecrire(StringBuilder texte, string valeur)
    {
        var guillemet = hasard.Parfois(style.GuillemetsSimples) ? '\'' : '"';
        texte.Append(guillemet);
        foreach (var rune in valeur.EnumerateRunes())
        {
            if (DoitEtreReference(rune, guillemet) || (style.References > 0 && hasard.Parfois(style.References)))
                texte.Append(Reference(rune.Value));
            else
                texte.Append(rune);
        }

        var controle = style.Rare == FormesRares.Controle && hasard.Parfois(1);
        if (controle)
            texte.Append(hasard.Parmi(['\u0001', '\u000B', '\u001F', '\u0000']));
        texte.Append(guillemet);
        return controle ? FormesRares.Controle : FormesRares.Aucune;
    }

    private bool DoitEtreReference(Rune rune, char guillemet) =>
        rune.Value is '&' or '<' || rune.Value == guillemet || (rune.Value > 0x7F && !transcription.Contient(rune));

    private string Reference(int code)
    {
        var nommee = code switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&apos;", _ => null };
        if (nommee is not null && hasard.Parfois(60))
            return nommee;
        var zeros = hasard.Parfois(15) ? new string('0', hasard.Parmi([1, 2, 5, 12, 40])) : "";
        return hasard.Entre(0, 2) switch
        {
            0 => $"&#{zeros}{code.ToString(CultureInfo.InvariantCulture)};",
            1 => $"&#x{zeros}{code:X};",
            _ => $"&#x{zeros}{code:x};",
        };
    }
}
