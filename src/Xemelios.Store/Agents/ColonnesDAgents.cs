using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Agents;

/// <summary>The values that agents have, column by column, and how they answer what somebody typed.</summary>
internal sealed class ColonnesDAgents
{
    private readonly Valeurs _sirets = new();
    private readonly Valeurs _matricules = new();
    private readonly Valeurs _noms = new();
    private readonly Valeurs _prenoms = new();
    private readonly Valeurs _mots = new(); // of jobs, grades and services

    public RangsDAgent Rangs(DocumentDAgent agent) => new(
        _sirets.Rang(agent.Siret), _matricules.Rang(agent.Matricule), _noms.Rang(agent.Nom), _prenoms.Rang(agent.Prenom),
        _mots.Rang(agent.Emploi), _mots.Rang(agent.Grade), _mots.Rang(agent.Service));

    public DocumentDAgent Document(RangsDAgent agent) => new(
        _sirets.Texte(agent.Siret), _matricules.Texte(agent.Matricule), _noms.Texte(agent.Nom), _prenoms.Texte(agent.Prenom),
        _mots.Texte(agent.Emploi), _mots.Texte(agent.Grade), _mots.Texte(agent.Service));

    /// <summary>The order of keys: employer, matricule, name, first name, job, grade, service.</summary>
    public int Comparer(RangsDAgent a, RangsDAgent b)
    {
        var ordre = Comparer(_sirets, a.Siret, b.Siret);
        if (ordre == 0) ordre = Comparer(_matricules, a.Matricule, b.Matricule);
        if (ordre == 0) ordre = Comparer(_noms, a.Nom, b.Nom);
        if (ordre == 0) ordre = Comparer(_prenoms, a.Prenom, b.Prenom);
        if (ordre == 0) ordre = Comparer(_mots, a.Emploi, b.Emploi);
        if (ordre == 0) ordre = Comparer(_mots, a.Grade, b.Grade);
        return ordre == 0 ? Comparer(_mots, a.Service, b.Service) : ordre;
    }

    /// <summary>As it was typed; a word that no agent holds gives way to its neighbours.</summary>
    public CritereDAgent Stricte(Critere critere) =>
        critere is not Critere.Mot mot ? Expression(critere.Texte)
        : Repondre(NiveauDeMot.TelQuel(mot)) is { EstVain: false } telQuel ? telQuel
        : Voisins(mot);

    /// <summary>As it was typed or as one of its neighbours.</summary>
    public CritereDAgent Large(Critere critere) =>
        critere is Critere.Mot mot ? Repondre(NiveauDeMot.TelQuel(mot)).Ou(Voisins(mot)) : Expression(critere.Texte);

    /// <summary>Words that may have been meant: one typing error away (for the last word, failing that, words that begin so), or
    /// the same number with other leading zeros.</summary>
    private CritereDAgent Voisins(Critere.Mot mot)
    {
        var voisins = mot.EstUnNombre ? Repondre(NiveauDeMot.MemeNombre(mot.Texte))
            : mot.AdmetUneFaute ? Repondre(NiveauDeMot.UneFaute(mot.Texte))
            : CritereDAgent.Vain;
        return voisins.EstVain && mot is { AdmetUneFaute: true, EstDernier: true } ? Repondre(NiveauDeMot.UneFauteAuDebut(mot.Texte)) : voisins;
    }

    private CritereDAgent Repondre(Func<string, byte> niveau) =>
        new(_matricules.Niveaux(niveau), _noms.Niveaux(niveau), _prenoms.Niveaux(niveau), _mots.Niveaux(niveau));

    /// <summary>A quoted phrase may go from the name to the first name, and from the first name to the name.</summary>
    private CritereDAgent Expression(string phrase)
    {
        var premier = NiveauDeMot.Phrase(phrase.Split(' ')[0]);
        var (noms, prenoms) = (_noms.Niveaux(premier), _prenoms.Niveaux(premier));
        return Repondre(NiveauDeMot.Phrase(phrase)) with
        {
            Identite = noms is null && prenoms is null ? null : agent =>
                (noms?[agent.Nom] > 0 || prenoms?[agent.Prenom] > 0)
                && NiveauDeMot.Contient($"{_noms.Mots(agent.Nom)} {_prenoms.Mots(agent.Prenom)} {_noms.Mots(agent.Nom)}", phrase),
        };
    }

    private static int Comparer(Valeurs valeurs, int a, int b) => a == b ? 0 : string.CompareOrdinal(valeurs.Texte(a), valeurs.Texte(b));
}
