using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Writes XML text in a dialect: containers on their own line, leaves beside each other.</summary>
internal sealed class PlumeXml(TextWriter sortie, Dialecte dialecte)
{
    private readonly Stack<string> _ouverts = new();
    private readonly string _fin = dialecte.Crlf ? "\r\n" : "\n";

    // Names omitted as containers: their whole content is skipped.
    private int _omis;

    public void Declaration()
    {
        var encodage = dialecte.Encodage.Declare() is { } e ? $" encoding=\"{e}\"" : "";
        Texte($"<?xml version=\"1.0\"{encodage}{(dialecte.Standalone ? " standalone=\"no\"" : "")}?>{_fin}");
    }

    public void OuvrirRacine(string nom)
    {
        var espace = dialecte.Espace is { } uri ? $" xmlns{(dialecte.Prefixe.Length > 0 ? $":{dialecte.Prefixe[..^1]}" : "")}=\"{uri}\"" : "";
        // Without a namespace the prefix would be unbound, so there is none.
        Texte($"<{dialecte.Prefixe}{nom}{espace}");
        if (dialecte.SchemaLocation)
            Texte(" xmlns:dep=\"http://www.minefi.gouv.fr/cp/helios/pes\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.minefi.gouv.fr/cp/helios/pes DocumentPaye_1.1.xsd\"");
        Texte($">{_fin}");
        _ouverts.Push(nom);
    }

    public void FermerRacine() => Texte($"</{dialecte.Prefixe}{_ouverts.Pop()}>{_fin}");

    public void Ouvrir(string nom)
    {
        if (_omis > 0 || EstOmis(nom))
        {
            _omis++;
            return;
        }

        Texte($"<{dialecte.PrefixeDesEnfants}{nom}>");
        _ouverts.Push(nom);
    }

    /// <summary>Closes the last opened element, and ends the text line when asked to.</summary>
    public void Fermer(bool fin = true)
    {
        if (_omis > 0)
        {
            _omis--;
            return;
        }

        Texte($"</{dialecte.PrefixeDesEnfants}{_ouverts.Pop()}>");
        if (fin)
            Texte(_fin);
    }

    /// <summary>A leaf; nothing at all when the value is null.</summary>
    public void Feuille(string nom, string? valeur)
    {
        if (valeur is null || _omis > 0 || EstOmis(nom))
            return;
        var guillemet = dialecte.GuillemetsSimples ? '\'' : '"';
        sortie.Write('<');
        sortie.Write(dialecte.PrefixeDesEnfants);
        sortie.Write(nom);
        sortie.Write(dialecte.RetourAvantV ? _fin : " ");
        sortie.Write(dialecte.EspacesAutourDuEgal ? "V = " : "V=");
        sortie.Write(guillemet);
        Valeur(Remplacement(nom) ?? valeur);
        sortie.Write(guillemet);
        sortie.Write(dialecte.EspacesAutourDuEgal ? " />" : "/>");
    }

    public void Feuille(string nom, decimal? valeur, bool entier = false) =>
        Feuille(nom, valeur is { } v ? NombreXhl.Ecrire(dialecte.Nombres, v, entier) : null);

    public void Montant(string nom, long? centimes) =>
        Feuille(nom, centimes is { } c ? NombreXhl.Ecrire(dialecte.Nombres, Centimes.Euros(c)) : null);

    public void Date(string nom, DateOnly? date) => Feuille(nom, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Commentaire(string texte)
    {
        if (_omis == 0)
            Texte($"<!-- {texte} -->");
    }

    public void FinDeLigne()
    {
        if (_omis == 0)
            Texte(_fin);
    }

    private bool EstOmis(string nom) =>
        dialecte.Omis.Count > 0 && (dialecte.Omis.Contains(nom) || dialecte.Omis.Contains($"{_ouverts.Peek()}/{nom}"));

    private string? Remplacement(string nom)
    {
        if (dialecte.Valeurs.Count == 0)
            return null;
        return dialecte.Valeurs.TryGetValue(nom, out var v) || dialecte.Valeurs.TryGetValue($"{_ouverts.Peek()}/{nom}", out v) ? v : null;
    }

    private void Valeur(string valeur)
    {
        foreach (var c in valeur)
        {
            if (Reference(c) is { } reference)
                sortie.Write(reference);
            else
                sortie.Write(c);
        }
    }

    private string? Reference(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '"' => "&quot;",
        '\n' => "&#10;",
        '\'' => dialecte.GuillemetsSimples || dialecte.References != StyleDeReference.Necessaires ? "&apos;" : null,
        < '\u0080' => null,
        _ when dialecte.References == StyleDeReference.Hexadecimales => $"&#x{(int)c:X};",
        _ when dialecte.References == StyleDeReference.Decimales || !dialecte.Encodage.Contient(c) => $"&#{(int)c};",
        _ => null,
    };

    private void Texte(string texte) => sortie.Write(texte);
}
