using System.Text;

namespace Xemelios.Samples;

/// <summary>Writes elements as XML in every way that XML allows, by seed.</summary>
internal sealed class PlumeDEcriture(Hasard hasard, StyleDEcriture style, Transcription transcription)
{
    private const string Espace = "http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1";
    private const int ChanceDUneRarete = 2;

    private static readonly string[] Uris = [Espace, "http://www.minefi.gouv.fr/cp/helios/pes", "urn:autre", "a&b", "x"];

    private static readonly string[] Commentaires =
    [
        "", " commentaire ", "<Mt V=\"1\"/>", "<PayeIndivMensuel>", " \n</DonneesIndiv>\n ", " é€œ’ ", " a - b ", "& <", "]]>", "<?xml?>", "<![CDATA[", "' \"", ">",
        "<!DOCTYPE x>", " 😀 ",
    ];

    private static readonly string[] FinsCachees = ["</PayeIndivMensuel>", "</PayeIndivMensuel><PayeIndivMensuel><MtBrut V='1'/></PayeIndivMensuel>"];

    private static readonly (string Nom, string Valeur)[] Attributs =
    [
        ("v", "1"), ("Vx", "1"), ("xV", "1"), ("W", "V=\"2\""), ("xml:lang", "fr"), ("xml:space", "preserve"), ("xml:space", "default"), ("Unite", "€"), ("a", ""), ("b", "a>b"),
        ("c", "/>"), ("_-.", "1"), ("id", "é"), ("xml:base", "x"),
    ];

    private readonly StringBuilder _texte = new();
    private readonly List<string> _prefixes = [];
    private readonly PlumeDeValeur _valeurs = new(hasard, style, transcription);
    private bool _dansLaRacine;
    private string? _ouvertureDeBloc;

    /// <summary>The rare forms really written.</summary>
    public FormesRares Formes { get; private set; }

    public string Document(ElementXhl racine)
    {
        if (transcription.Declaration)
            Declaration();
        Entre();
        if (style.Rare == FormesRares.Dtd)
            Rare($"<!DOCTYPE {racine.Nom}>");
        _dansLaRacine = true;
        Element(racine, profondeur: 0);
        _dansLaRacine = false;
        Entre();
        return _texte.ToString();
    }

    private void Declaration()
    {
        _texte.Append("<?xml");
        PseudoAttribut("version", "1.0");
        if (transcription.Declare is { } encodage)
            PseudoAttribut("encoding", encodage);
        if (hasard.Parfois(15))
            PseudoAttribut("standalone", hasard.Parmi(["yes", "no"]));
        BlancsPeutEtre();
        _texte.Append("?>");
    }

    private void Element(ElementXhl element, int profondeur)
    {
        var portee = _prefixes.Count;
        List<(string Nom, string Valeur)> attributs = [];
        Espaces(attributs, profondeur);
        if (element.V is { } v)
            attributs.Insert(hasard.Entre(0, attributs.Count), ("V", v));
        EnPlus(attributs);
        var nom = Prefixer(element.Nom, profondeur == 0 ? 70 : style.Prefixes);
        if (profondeur == 1 && element.Nom == "DonneesIndiv")
            ComparerLesBlocs(nom, attributs);
        _texte.Append('<').Append(nom);
        foreach (var (attribut, valeur) in attributs)
            Attribut(attribut, valeur);
        BlancsPeutEtre();
        Contenu(element, nom, profondeur);
        _prefixes.RemoveRange(portee, _prefixes.Count - portee);
    }

    private void ComparerLesBlocs(string nom, List<(string Nom, string Valeur)> attributs)
    {
        var ouverture = string.Join(' ', attributs.Where(a => a.Nom.StartsWith("xmlns", StringComparison.Ordinal)).Select(a => $"{a.Nom}={a.Valeur}").Prepend(nom));
        if (_ouvertureDeBloc is not null && _ouvertureDeBloc != ouverture)
            Formes |= FormesRares.BlocsDissemblables;
        _ouvertureDeBloc = ouverture;
    }

    private void Contenu(ElementXhl element, string nom, int profondeur)
    {
        if (element.Enfants.Count == 0 && !hasard.Parfois(element.V is null ? 50 : style.DeuxBalises))
        {
            _texte.Append("/>");
            return;
        }

        _texte.Append('>');
        if (element.Enfants.Count > 0 || hasard.Parfois(style.BlancsInutiles))
            Entre();
        foreach (var enfant in element.Enfants)
        {
            Element(enfant, profondeur + 1);
            Entre();
        }

        _texte.Append("</").Append(nom);
        BlancsPeutEtre();
        _texte.Append('>');
    }

    /// <summary>Prefixes declared here, perhaps over others of the same name, and the default namespace, perhaps undone.</summary>
    private void Espaces(List<(string Nom, string Valeur)> attributs, int profondeur)
    {
        while (hasard.Parfois(profondeur == 0 ? 60 : style.Prefixes / 3))
        {
            var prefixe = hasard.Parmi(["n", "p", "xsi", "dep", "V", "n2"]);
            if (attributs.Exists(a => a.Nom == $"xmlns:{prefixe}"))
                continue;
            attributs.Insert(hasard.Entre(0, attributs.Count), ($"xmlns:{prefixe}", profondeur == 0 && hasard.Parfois(60) ? Espace : hasard.Parmi(Uris)));
            _prefixes.Add(prefixe);
        }

        if (hasard.Parfois(profondeur == 0 ? 15 : style.Prefixes / 4))
            attributs.Insert(hasard.Entre(0, attributs.Count), ("xmlns", hasard.Parfois(30) ? "" : hasard.Parmi(Uris)));
    }

    private void EnPlus(List<(string Nom, string Valeur)> attributs)
    {
        while (hasard.Parfois(style.AttributsEnPlus))
        {
            var (nom, valeur) = hasard.Parmi(Attributs);
            if (!attributs.Exists(a => a.Nom == nom))
                attributs.Insert(hasard.Entre(0, attributs.Count), (nom, valeur));
        }

        // One at most, so that two prefixes of the same namespace never give the same attribute twice.
        if (_prefixes.Count > 0 && hasard.Parfois(style.AttributsEnPlus))
            attributs.Insert(hasard.Entre(0, attributs.Count), ($"{hasard.Parmi(_prefixes)}:{hasard.Parmi(["V", "nil", "schemaLocation"])}", "9"));
    }

    private string Prefixer(string nom, int chance) => _prefixes.Count > 0 && hasard.Parfois(chance) ? $"{hasard.Parmi(_prefixes)}:{nom}" : nom;

    /// <summary>The declaration knows no references.</summary>
    private void PseudoAttribut(string nom, string valeur)
    {
        Egal(nom);
        var guillemet = hasard.Parfois(style.GuillemetsSimples) ? '\'' : '"';
        _texte.Append(guillemet).Append(valeur).Append(guillemet);
    }

    private void Attribut(string nom, string valeur)
    {
        Egal(nom);
        Formes |= _valeurs.Ecrire(_texte, valeur);
    }

    private void Egal(string nom)
    {
        do _texte.Append(hasard.Parfois(style.BlancsInutiles) ? hasard.Parmi([style.FinDeLigne, "\t", "  ", $" {style.FinDeLigne}\t"]) : " ");
        while (hasard.Parfois(style.BlancsInutiles));
        _texte.Append(nom);
        BlancsPeutEtre();
        _texte.Append('=');
        BlancsPeutEtre();
    }

    private void BlancsPeutEtre()
    {
        if (hasard.Parfois(style.BlancsInutiles))
            _texte.Append(hasard.Parmi([" ", " ", "\t", style.FinDeLigne, "  "]));
    }

    /// <summary>What may stand between two tags.</summary>
    private void Entre()
    {
        if (hasard.Parfois(style.Separateurs) && (_texte.Length > 0 || !transcription.Declaration))
            _texte.Append(style.FinDeLigne).Append(' ', hasard.Entre(0, 3));
        while (hasard.Parfois(style.Commentaires))
            Commentaire();
        if (style.Rare == FormesRares.Instruction && hasard.Parfois(ChanceDUneRarete))
            Rare(hasard.Parmi(["<?pi?>", "<?xml-stylesheet href=\"x.xsl\"?>", "<?pi </PayeIndivMensuel> ?>"]));
        if (_dansLaRacine && style.Rare == FormesRares.Cdata && hasard.Parfois(ChanceDUneRarete))
            Rare(hasard.Parmi(["<![CDATA[]]>", "<![CDATA[</PayeIndivMensuel>]]>", "<![CDATA[<Mt V=\"1\"/>]]>"]));
        if (_dansLaRacine && style.Rare == FormesRares.Texte && hasard.Parfois(ChanceDUneRarete))
            Rare(hasard.Parmi(["texte", "&#32;", "&amp;", "1850.00", "a > b", "é"]));
    }

    private void Commentaire()
    {
        var cachee = style.FinsCachees && hasard.Parfois(10);
        var texte = hasard.Parmi(cachee ? FinsCachees : Commentaires);
        Formes |= cachee ? FormesRares.FinDeBulletinCachee : FormesRares.Aucune;
        _texte.Append("<!--").Append(texte.EnumerateRunes().All(transcription.Contient) ? texte : " ").Append("-->");
    }

    private void Rare(string texte)
    {
        _texte.Append(texte);
        Formes |= style.Rare;
    }
}
