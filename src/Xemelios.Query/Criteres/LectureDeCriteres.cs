using System.Text;

namespace Xemelios.Query.Criteres;

/// <summary>Criteria that do not read, with the place where reading stopped.</summary>
public sealed class CritereIllisibleException(string texte, int position, string raison)
    : QuestionRefuseeException("QST-0004", $"Les critères ne se lisent pas, à la position {position + 1} : {raison}. Reçu : {Extrait(texte, position)}")
{
    private static string Extrait(string texte, int position) => position >= texte.Length ? "la fin du texte." : $"« {texte.Substring(position, Math.Min(20, texte.Length - position))} ».";
}

/// <summary>More tests than a statement can hold.</summary>
public sealed class TropDeCriteresException(int maximum)
    : QuestionRefuseeException("QST-0006", $"Il y a trop de critères : {maximum} au plus. Pour chercher une liste de valeurs, écrivez-la dans un seul critère « parmi ».");

/// <summary>Reads criteria written as text: <c>indice>=400 et (service^="Crèche" ou pas ligne(rubrique=2000 et montant>100))</c>.</summary>
/// <remarks>ET binds more than OU, as in XéMéLios: an old flat search keeps its meaning. A value with spaces stands between double
/// quotes, a double quote inside is doubled; the values of « parmi » stand between parentheses, separated by spaces, commas,
/// semicolons or line ends, as they are pasted from a spreadsheet.</remarks>
public sealed class LectureDeCriteres
{
    /// <summary>Nobody writes so much by hand; a statement made of more would be refused, or take the time of others.</summary>
    private const int PlusProfond = 50;
    private const int PlusDeTests = 100;

    private const string Signes = "=!<>^*";
    private const string FinDeMot = "=!<>^*()\"";

    private readonly string _texte;
    private readonly Func<string, Critere?> _trouver;
    private int _position;
    private int _profondeur;
    private int _tests;

    private LectureDeCriteres(string texte, Func<string, Critere?> trouver) => (_texte, _trouver) = (texte, trouver);

    /// <summary>The condition; an empty text asks for nothing.</summary>
    /// <param name="trouver">The criterion of a key, or null.</param>
    /// <exception cref="CritereIllisibleException">the text does not read.</exception>
    /// <exception cref="CritereInconnuException">a key is not known.</exception>
    /// <exception cref="TropDeCriteresException">a statement could not hold them.</exception>
    public static Condition Lire(string texte, Func<string, Critere?> trouver)
    {
        var lecture = new LectureDeCriteres(texte, trouver);
        lecture.Espaces();
        if (lecture.AuBout)
            return Condition.Tout;
        var condition = lecture.UnOu();
        return lecture.AuBout ? condition : throw lecture.Illisible("« et » ou « ou » était attendu");
    }

    private bool AuBout => _position >= _texte.Length;

    private Condition UnOu()
    {
        List<Condition> termes = [UnEt()];
        while (Mot("ou"))
            termes.Add(UnEt());
        return termes.Count == 1 ? termes[0] : new Ou(termes);
    }

    private Condition UnEt()
    {
        List<Condition> termes = [UnTerme()];
        while (Mot("et"))
            termes.Add(UnTerme());
        return termes.Count == 1 ? termes[0] : new Et(termes);
    }

    private Condition UnTerme()
    {
        if (++_profondeur > PlusProfond)
            throw Illisible("trop de parenthèses ou de « pas » emboîtés");
        var terme = UnTermeLu();
        _profondeur--;
        return terme;
    }

    private Condition UnTermeLu()
    {
        if (Mot("pas"))
            return new Non(UnTerme());
        if (Caractere('('))
            return Fermer(UnOu());
        var debut = _position;
        if (Mot("ligne") && Caractere('('))
            return new LigneAvec(Caractere(')') ? Condition.Tout : Fermer(UnOu()));
        _position = debut;
        return UnTest();
    }

    private Condition Fermer(Condition condition) => Caractere(')') ? condition : throw Illisible("« ) » était attendu");

    private Test UnTest()
    {
        if (++_tests > PlusDeTests)
            throw new TropDeCriteresException(PlusDeTests);
        var cle = MotNu();
        if (cle.Length == 0)
            throw Illisible("un critère était attendu");
        var critere = _trouver(cle) ?? throw new CritereInconnuException(cle);
        var operateur = UnOperateur(critere);
        var valeurs = operateur.Valeurs() switch
        {
            0 => [],
            2 => Bornes(),
            null => Liste(),
            _ => (IReadOnlyList<string>)[Valeur()],
        };
        return new Test(critere, operateur, valeurs);
    }

    private Operateur UnOperateur(Critere critere)
    {
        var debut = _position;
        while (!AuBout && Signes.Contains(_texte[_position]))
            _position++;
        // Words before signs: « vide » and « entre » are written without any.
        var signe = _position > debut ? _texte[debut.._position] : MotNu();
        Espaces();
        if (Operateurs.Trouver(signe) is { } operateur && critere.Operateurs.Contains(operateur))
            return operateur;
        _position = debut;
        return critere.Genre == GenreDeCritere.Presence ? Operateur.Renseigne : throw Illisible($"« {critere.Libelle} » ne se compare pas ainsi");
    }

    private List<string> Bornes()
    {
        var basse = Valeur();
        return Mot("et") ? [basse, Valeur()] : throw Illisible("« et » était attendu entre les deux bornes");
    }

    private List<string> Liste()
    {
        if (!Caractere('('))
            return [Valeur()];
        List<string> valeurs = [];
        while (!Caractere(')'))
        {
            Separateurs();
            if (AuBout)
                throw Illisible("« ) » était attendu à la fin de la liste");
            if (_texte[_position] != ')')
                valeurs.Add(Valeur(",;"));
            Separateurs();
        }

        return valeurs;
    }

    private void Separateurs()
    {
        while (!AuBout && (char.IsWhiteSpace(_texte[_position]) || _texte[_position] is ',' or ';'))
            _position++;
    }

    private string Valeur(string separateurs = "")
    {
        var valeur = !AuBout && _texte[_position] == '"' ? EntreGuillemets() : MotNu(separateurs);
        return valeur.Length > 0 ? valeur : throw Illisible("une valeur était attendue");
    }

    private string EntreGuillemets()
    {
        var valeur = new StringBuilder();
        for (var i = _position + 1; i < _texte.Length; i++)
        {
            if (_texte[i] != '"')
                valeur.Append(_texte[i]);
            else if (i + 1 < _texte.Length && _texte[i + 1] == '"')
                valeur.Append(_texte[i++]);
            else
            {
                _position = i + 1;
                Espaces();
                return valeur.ToString();
            }
        }

        throw Illisible("le guillemet n'est pas refermé");
    }

    /// <summary>What goes on until a space or a sign.</summary>
    private string MotNu(string separateurs = "")
    {
        var debut = _position;
        while (!AuBout && !char.IsWhiteSpace(_texte[_position]) && !FinDeMot.Contains(_texte[_position]) && !separateurs.Contains(_texte[_position]))
            _position++;
        var mot = _texte[debut.._position];
        Espaces();
        return mot;
    }

    private bool Mot(string mot)
    {
        var fin = _position + mot.Length;
        if (fin > _texte.Length || !_texte.AsSpan(_position, mot.Length).Equals(mot, StringComparison.OrdinalIgnoreCase)
            || (fin < _texte.Length && (char.IsLetterOrDigit(_texte[fin]) || _texte[fin] == '_')))
            return false;
        _position = fin;
        Espaces();
        return true;
    }

    private bool Caractere(char attendu)
    {
        if (AuBout || _texte[_position] != attendu)
            return false;
        _position++;
        Espaces();
        return true;
    }

    private void Espaces()
    {
        while (!AuBout && char.IsWhiteSpace(_texte[_position]))
            _position++;
    }

    private CritereIllisibleException Illisible(string raison) => new(_texte, _position, raison);
}
