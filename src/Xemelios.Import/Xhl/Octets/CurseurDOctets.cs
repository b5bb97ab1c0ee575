using System.Text;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>The cursor over bytes: one block at a time, no text made unless it is asked for.</summary>
/// <remarks>
/// It reads XML without DTD, CDATA, processing instruction nor text between elements, and is at least as strict as XmlReader about what
/// it reads: at any doubt it throws <see cref="TexteInhabituelException"/>, and the general reader decides.
/// </remarks>
internal sealed class CurseurDOctets : CurseurXhl
{
    private readonly EncodageDOctets _encodage;
    private readonly TextesRepetes _textes;
    private readonly AttributsDOctets _attributs;
    private readonly EspacesDeNoms _espaces = new();
    // Which element came after each one the last time: files repeat themselves, and one comparison then tells the name.
    private readonly Balise[] _suivantes = new Balise[byte.MaxValue + 1];
    private readonly ElementOuvert[] _pile = new ElementOuvert[LectureXml.MaxProfondeur + 1];
    private BlocDeXml _bloc = new([]);
    private byte[] _octets = [];
    private int _ouverts;
    private int _position;
    private int _debut;
    private int _prefixe;
    private int _local;
    private int _finDuNom;
    private bool _surUnElement;
    private bool _estVide;
    private bool _racineVue;
    private bool _aDesRetours;
    private int _compteJusqua;
    private int _ligne;

    public CurseurDOctets(EncodageDOctets encodage)
    {
        _encodage = encodage;
        _textes = new TextesRepetes(encodage);
        _attributs = new AttributsDOctets(_espaces, encodage);
    }

    private enum Jeton
    {
        Debut,
        Fin,
        Bout,
    }

    public override FormeDuTexte Forme => _encodage.Forme;

    public override string Nom => Balise != Balise.Inconnue ? NomsDeBalise.Nom(Balise) : Encoding.ASCII.GetString(_octets, _local, _finDuNom - _local);

    public override string EspaceDeNoms => _espaces.Trouver(_octets.AsSpan(_prefixe, Math.Max(0, _local - _prefixe - 1)))!;

    public override bool AuBoutDuBloc => _ouverts > 0 && _position == _bloc.Longueur;

    public override Provenance Ici
    {
        get
        {
            if (_debut < _compteJusqua)
                (_compteJusqua, _ligne) = (0, _bloc.Ligne);
            var passes = _octets.AsSpan(_compteJusqua, _debut - _compteJusqua);
            _ligne += _aDesRetours ? Lignes.Compter(passes, _octets[_debut]) : passes.Count((byte)'\n');
            _compteJusqua = _debut;
            return new Provenance(_bloc.Octet + _debut, _ligne);
        }
    }

    public override string? V
    {
        get
        {
            var v = _attributs.V;
            if (v.EstAbsente)
                return null;
            var octets = _octets.AsSpan(v.Debut, v.Longueur);
            return v.EstSimple ? SeRepete(Balise) ? _textes.Lire(octets) : _encodage.Decoder(octets) : ValeurDAttribut.Lire(octets, _encodage);
        }
    }

    public override ReadOnlySpan<byte> Octets => _attributs.V is { EstSimple: true } v ? _octets.AsSpan(v.Debut, v.Longueur) : default;

    public override long? Octet => _bloc.Octet + _debut;

    public override int Place => _position;

    public override int Debut => _debut;

    public override int PlaceDeV => _attributs.V.Debut;

    public override ReadOnlySpan<byte> Depuis(int place) => _octets.AsSpan(place, _position - place);

    public override ReadOnlySpan<byte> Suite(int profondeur) =>
        _ouverts == profondeur + 1 ? _octets.AsSpan(_position, _bloc.Longueur - _position) : default;

    public override void Passer(int debut, int longueur, Balise derniere)
    {
        _debut = _position + debut;
        _position += longueur;
        _espaces.Fermer(_ouverts);
        (Balise, Profondeur, _surUnElement) = (derniere, _ouverts, false);
    }

    /// <summary>What is open now.</summary>
    public EtatDeLecture Etat => new(_pile[.._ouverts], _espaces.Liaisons);

    /// <summary>Begins a block, inside what the blocks before it left open.</summary>
    public void Commencer(BlocDeXml bloc, EtatDeLecture etat)
    {
        _encodage.Verifier(bloc.Octets);
        (_bloc, _octets, _aDesRetours) = (bloc, bloc.Tableau, bloc.Octets.Contains((byte)'\r'));
        (_compteJusqua, _ligne, _surUnElement, _racineVue) = (0, bloc.Ligne, false, etat.Ouverts.Count > 0);
        _ouverts = etat.Ouverts.Count;
        for (var i = 0; i < _ouverts; i++)
            _pile[i] = etat.Ouverts[i];
        _espaces.Reprendre(etat.Liaisons);
        _position = bloc.Octet == 0 ? Prologue.Passer(bloc.Octets) : 0;
    }

    public override void AllerALaRacine()
    {
        if (Lire() != Jeton.Debut)
            throw new TexteInhabituelException();
    }

    public override bool EnfantSuivant(int profondeur)
    {
        if (_surUnElement && _estVide && Profondeur == profondeur)
            return false;
        while (true)
        {
            switch (Lire())
            {
                case Jeton.Debut when Profondeur == profondeur + 1: return true;
                case Jeton.Fin when Profondeur == profondeur: return false;
                case Jeton.Bout when _ouverts == profondeur + 1 && profondeur <= 1: return false;
                case Jeton.Bout: throw new TexteInhabituelException();
            }
        }
    }

    public override void Finir()
    {
        while (Lire() != Jeton.Bout)
        {
        }

        if (_ouverts > 0)
            throw new TexteInhabituelException();
    }

    public override void Dispose()
    {
    }

    private Jeton Lire()
    {
        while (true)
        {
            var p = _position;
            while (Caracteres.EstBlanc(_octets[p]))
                p++;
            _position = p;
            if (p >= _bloc.Longueur)
            {
                _position = _bloc.Longueur;
                return Jeton.Bout;
            }

            if (_octets[p] != '<')
                throw new TexteInhabituelException();
            if (_octets[p + 1] == '/')
                return LireUneFin(p + 2);
            if (_octets[p + 1] != '!')
                return LireUnDebut(p);
            _position = Prologue.PasserUnCommentaire(_bloc.Octets, p);
        }
    }

    private Jeton LireUneFin(int p)
    {
        if (_ouverts == 0)
            throw new TexteInhabituelException();
        var nom = _pile[--_ouverts].Nom;
        if (!_octets.AsSpan(p, nom.Length).SequenceEqual(nom))
            throw new TexteInhabituelException();
        p += nom.Length;
        while (Caracteres.EstBlanc(_octets[p]))
            p++;
        if (_octets[p] != '>' || p >= _bloc.Longueur)
            throw new TexteInhabituelException();
        _position = p + 1;
        _espaces.Fermer(_ouverts);
        (Profondeur, _surUnElement) = (_ouverts, false);
        return Jeton.Fin;
    }

    private Jeton LireUnDebut(int debut)
    {
        if (_ouverts == 0 && _racineVue || _ouverts > LectureXml.MaxProfondeur)
            throw new TexteInhabituelException();
        if (LireUneFeuilleAttendue(debut))
            return Jeton.Debut;
        _debut = debut;
        LireLeNom(debut + 1);
        _espaces.Fermer(_ouverts);
        Profondeur = _ouverts;
        (_position, _estVide) = _attributs.Lire(_bloc, _finDuNom, _ouverts);
        if (_local > _prefixe && _espaces.Trouver(_octets.AsSpan(_prefixe, _local - _prefixe - 1)) is null)
            throw new TexteInhabituelException();
        (_surUnElement, _racineVue) = (true, true);
        if (!_estVide)
            _pile[_ouverts++] = new ElementOuvert(Balise, Balise != Balise.Inconnue && _local == _prefixe ? null : _octets[_prefixe.._finDuNom]);
        return Jeton.Debut;
    }

    /// <summary>Reads &lt;Name V="value"/&gt; when the name is the one that came after the present element the last time.</summary>
    /// <remarks>Nine elements out of ten pass here: what is read is exactly what the general way below would read.</remarks>
    private bool LireUneFeuilleAttendue(int debut)
    {
        var octets = _octets;
        var suivante = _suivantes[(byte)Balise];
        var attendu = NomsDeBalise.EnOctets(suivante);
        var nom = debut + 1;
        if (suivante == Balise.Inconnue || !octets.AsSpan(nom).StartsWith(attendu))
            return false;
        var finDuNom = nom + attendu.Length;
        if (!_attributs.LireV(octets, finDuNom, out var fin))
            return false;
        _espaces.Fermer(_ouverts);
        (Balise, Profondeur, _debut, _prefixe, _local, _finDuNom) = (suivante, _ouverts, debut, nom, nom, finDuNom);
        (_position, _estVide, _surUnElement, _racineVue) = (fin, true, true, true);
        return true;
    }

    private void LireLeNom(int p)
    {
        (_prefixe, _local) = (p, p);
        ref var suivante = ref _suivantes[(byte)Balise];
        p = Caracteres.FinDuNom(_octets, p);
        if (_octets[p] == ':')
        {
            _local = p + 1;
            p = Caracteres.FinDuNom(_octets, _local);
        }

        _finDuNom = p;
        Balise = suivante = NomsDeBalise.Trouver(_octets.AsSpan(_local, p - _local));
    }

    /// <summary>What comes back from one bulletin to the next, contrary to names and accounts.</summary>
    private static bool SeRepete(Balise balise) => balise is not
        (Balise.Nom or Balise.Matricule or Balise.NIR or Balise.IBAN or Balise.IdCpte or Balise.TitCpte or Balise.Adr2 or Balise.IdUnique or Balise.NomPJ);
}
